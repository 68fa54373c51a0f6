package own

import (
	"strconv"

	"shallows/engine/page/panel"
	"shallows/engine/page/record"
)

// A tool is a class to draw, or the eraser. With none in hand the picture is only looked at.
type tool string

const (
	none  tool = ""
	one   tool = "one"
	zero  tool = "zero"
	erase tool = "erase"
)

// drawing returns the tool that draws a class.
func drawing(class int) tool {
	switch class {
	case 0:
		return zero
	case 1:
		return one
	}
	return tool(strconv.Itoa(class))
}

// tools are those that there are: a class each, 1 before 0 as ever, and the eraser.
func tools(d *panel.Desk) []tool {
	list := []tool{one, zero}
	for class := 2; class < d.Session().Config().ClassCount(); class++ {
		list = append(list, drawing(class))
	}
	return append(list, erase)
}

// class is what a tool draws: that of the tool, or 1.
func (t tool) class() int {
	switch t {
	case zero:
		return 0
	case one, none, erase:
		return 1
	}
	class, _ := strconv.Atoi(string(t))
	return class
}

// Tool is the button of a class.
type Tool struct {
	Key      string
	ID, Take string // and the intent
	InHand   string // true or false
	Mark     string // the class of its mark
	Name     record.Text
}

// pens are the buttons of all classes.
func (o *Own) pens(d *panel.Desk) (list []Tool) {
	for _, t := range tools(d) {
		if t != erase {
			list = append(list, Tool{
				Key: string(t), ID: "own-" + string(t), Take: "own tool " + string(t), InHand: strconv.FormatBool(o.tool == t),
				Mark: panel.MarkOf(t.class()), Name: nameOf(d, t),
			})
		}
	}
	return list
}

func nameOf(d *panel.Desk, t tool) record.Text {
	return record.T("own.pen", "class", d.Class(t.class()))
}
