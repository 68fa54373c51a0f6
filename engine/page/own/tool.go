package own

import (
	"slices"
	"strconv"

	"shallows/engine/dataset"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
)

// A tool is a class to draw, or the eraser. With none in hand the picture is only looked at.
type tool string

const (
	none  tool = ""
	one   tool = "one" // draws class 1
	erase tool = "erase"
)

// drawing returns the tool that draws a class, called as its mark is.
func drawing(class int) tool { return tool(panel.SignOf(class)) }

// tools are those that there are: a class each, of two 1 before 0, as one draws what is to be found first, and the eraser.
func tools(d *panel.Desk) (list []tool) {
	for class := range d.Session().Config().ClassCount() {
		list = append(list, drawing(class))
	}
	if len(list) == 2 {
		slices.Reverse(list)
	}
	return append(list, erase)
}

// class is what a tool draws: that of the tool, or 1.
func (t tool) class() int {
	for class := range dataset.MaxClasses {
		if t == drawing(class) {
			return class
		}
	}
	return 1
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
