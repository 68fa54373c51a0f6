// Package lesson decides what the lessons ask: whether a run is what a task wants, with how few units or steps it was
// done, whether the run on show is still that of a page, and what is kept of a reader's standing. What a lesson does
// and says stands in web/lessons; the page shows it.
package lesson
