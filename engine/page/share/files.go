package share

import (
	"math"
	"strconv"
	"strings"

	"shallows/engine/config"
	"shallows/engine/page/keep"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
	"shallows/engine/session"
)

// kept returns the run as a file to save.
func kept(d *panel.Desk) panel.Save {
	return panel.Save{Name: file(d, "csv"), Type: "text/csv", Text: keep.Write(d.Session())}
}

// weights returns the weights and biases in the lecture's letters, with what led to them, as JSON. Numbers have all their
// digits, and a row of them is one line.
func weights(s *session.Session, link string) string {
	m, c, n := s.Metrics(), s.Config(), s.Network()
	var b strings.Builder
	b.WriteString("{\n  \"link\": " + quote(link) + ",\n  \"settings\": {")
	for i := range config.Settings {
		b.WriteString(separator(i) + "\n    " + quote(config.Settings[i].Key) + ": " + setting(&config.Settings[i], c))
	}
	b.WriteString("\n  },\n  \"step\": " + strconv.Itoa(m.Step) + ",\n  \"cost\": " + digits(m.Cost, "null") + ",\n  \"testCost\": " + digits(m.TestCost, "null") + ",\n  \"layers\": [")
	for l := 1; l < len(n.W); l++ {
		activation := n.Output
		if l < len(n.W)-1 {
			activation = n.Hidden[l-1]
		}
		b.WriteString(separator(l-1) + "\n    {\n      \"layer\": " + strconv.Itoa(l) + ",\n      \"activation\": " + quote(activation.String()) + ",\n      \"W\": [")
		for i := range n.W[l].Rows {
			b.WriteString(separator(i) + "\n        " + row(n.W[l].Data[i*n.W[l].Stride:][:n.W[l].Cols]))
		}
		b.WriteString("\n      ],\n      \"b\": " + row(n.B[l]) + "\n    }")
	}
	b.WriteString("\n  ]\n}\n")
	return b.String()
}

// separator is what stands before the item of a list.
func separator(i int) string {
	if i == 0 {
		return ""
	}
	return ","
}

// setting writes the value of a setting as playground.get() returns it.
func setting(s *config.Setting, c config.Config) string {
	text := s.Text(c)
	items := strings.Split(text, ",")
	switch s.Kind() {
	case config.Choice:
		return quote(text)
	case config.Choices:
		for i, item := range items {
			items[i] = quote(item)
		}
		return "[" + strings.Join(items, ", ") + "]"
	case config.Integers:
		if text == "0" {
			return "[]"
		}
		return "[" + strings.Join(items, ", ") + "]"
	}
	v, _ := strconv.ParseFloat(text, 64)
	return digits(v, "null")
}

func row(values []float64) string {
	var items []string
	for _, v := range values {
		items = append(items, digits(v, "null"))
	}
	return "[" + strings.Join(items, ", ") + "]"
}

// quote writes a text as a string of JSON.
func quote(text string) string { return string(record.JSON(text)) }

// curve returns the costs over the steps as CSV; a cost that is not there is empty.
func curve(s *session.Session) string {
	var b strings.Builder
	b.WriteString("step,cost,test_cost\n")
	for _, r := range s.History() {
		b.WriteString(strconv.Itoa(r.Step) + "," + cell(r.Cost) + "," + cell(r.TestCost) + "\n")
	}
	return b.String()
}

func cell(v float64) string {
	switch {
	case math.IsInf(v, 1):
		return "Infinity"
	case math.IsInf(v, -1):
		return "-Infinity"
	}
	return digits(v, "")
}

// digits writes a number with all its digits as JavaScript and JSON do, or what stands for one that is not finite.
func digits(v float64, none string) string {
	size := math.Abs(v)
	switch {
	case math.IsNaN(v) || math.IsInf(v, 0):
		return none
	case v == 0:
		return "0"
	case size < 1e-6 || size >= 1e21:
		text := strconv.FormatFloat(v, 'e', -1, 64)
		if n := len(text); text[n-2] == '0' && text[n-3] == '-' { // e-07
			text = text[:n-2] + text[n-1:]
		}
		return text
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}
