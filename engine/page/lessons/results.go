package lessons

import (
	"strconv"

	"shallows/engine/handin"
	"shallows/engine/lesson"
)

// Results returns what the reader has to hand in, in the order of the lessons, of those whose scripts there are: an answer to each
// question, a run for each task solved. Site is the address of the playground.
func (p *Part) Results(site string, scripts map[string]lesson.Script) (list []handin.Result) {
	for _, id := range lesson.IDs {
		s, begun := p.progress[id]
		script, known := scripts[id]
		if !begun || !known {
			continue
		}
		if s.Answers != "" {
			r := handin.Answered(id, script, s.Answers)
			r.Link = site + "?lesson=" + id + "&page=" + r.Page
			list = append(list, r)
		}
		if !s.Solved {
			continue
		}
		page, _ := script.Task()
		r := handin.Result{Lesson: id, Page: strconv.Itoa(page)}
		if s.Run != (lesson.Run{}) {
			r.Step, r.Cost, r.Accuracy, r.Link = strconv.Itoa(s.Run.Step), s.Run.Cost, s.Run.Accuracy, site+"#"+s.Run.Fragment
		}
		list = append(list, r)
	}
	return list
}
