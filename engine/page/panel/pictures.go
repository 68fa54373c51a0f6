package panel

import "cmp"

// Pictures are the pictures of the run, called like the stage's slots, in the order in which a talk goes through them.
var Pictures = []string{"network", "output", "cost"}

// PictureShown returns the picture that is shown where the window has room for one.
func (d *Desk) PictureShown() string { return cmp.Or(d.Picture, "output") }
