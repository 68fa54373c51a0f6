package page

import "time"

// calm is how many times as long as its share of a frame a bench is trained while the run on the page rests: a click
// waits no longer than for a slow frame.
const calm = 5

// Workers is the effect "workers": there are to be so many that train benches, as far as there are cores. Each that came
// says so by the intent "workers came NAME", and one that is no more is told by "workers lost NAME".
type Workers struct{ Most int }

// Order is the effect "order": a text for a worker. What it reports comes back by "workers report NAME TEXT …", of one
// worker or several.
type Order struct{ Worker, Text string }

// workers takes what is told of workers; see [Workers] and [Order].
func (p *Page) workers(words []string) {
	p.desk.Still = true
	for i := 1; i < len(words); i++ {
		switch name := words[i]; words[0] {
		case "came":
			p.desk.Pool.Arrive(name)
		case "lost":
			p.desk.Pool.Lose(name)
		case "report":
			if i++; i < len(words) {
				p.desk.Pool.Report(name, words[i])
			}
		}
	}
}

// train trains benches here, where there are no workers.
func (p *Page) train(budget float64) {
	if !p.desk.Moving {
		budget *= calm
	}
	p.desk.Pool.Turn(time.Duration(budget * float64(time.Millisecond)))
}

// employ asks for the workers that are of use, and tells them what to train.
func (p *Page) employ() {
	if most, news := p.desk.Pool.Workers(); news {
		p.desk.Ask("workers", Workers{most})
	}
	for _, o := range p.desk.Pool.Orders() {
		p.desk.Ask("order", Order{o.Worker, o.Text})
	}
	p.script.Tell(p.desk)
}
