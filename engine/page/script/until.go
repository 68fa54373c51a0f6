package script

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"shallows/engine/bench"
	"shallows/engine/config"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
	"shallows/engine/page/run"
	"shallows/engine/session"
)

// stopOf returns where a script has the run trained up to, as JSON has it.
func stopOf(d *panel.Desk, text string) (run.Stop, error) {
	var stop run.Stop
	problem := fmt.Errorf("until(where): an object of a step, of one of cost, accuracy, testCost and testAccuracy with its value, none below 0 and no accuracy above 1, or of both, such as {step: 5000, accuracy: 0.9}")
	members, ok := record.Encoded(text).Members()
	if !ok || len(members) == 0 {
		return stop, problem
	}
	for _, m := range members {
		if m.Name == "step" {
			if stop.Step, ok = whole(m.Value, 1, session.MaxSteps); !ok {
				return stop, fmt.Errorf("until(where): step is a whole number from 1 to %d", session.MaxSteps)
			}
			continue
		}
		if stop.Goal.Metric != "" {
			return stop, problem
		}
		if stop.Goal.Metric, stop.Goal.Value, ok = metricOf(m); !ok {
			return stop, problem
		}
		if math.IsNaN(stop.Goal.Metric.Of(d.Session().Metrics())) {
			return stop, fmt.Errorf("until(where): this run has no %s", m.Name)
		}
	}
	return stop, nil
}

// metricOf returns a metric with a value that it can have, as scripts name them.
func metricOf(m record.Member) (bench.Metric, float64, bool) {
	metric := bench.Metric(strings.ToLower(m.Name))
	v, ok := config.ParseNumber(string(m.Value))
	return metric, v, ok && slices.Contains(bench.Metrics, metric) && bench.Goal{Metric: metric, Value: v}.Possible()
}
