package panel

import (
	"strconv"

	"shallows/engine/dataset"
	"shallows/engine/lecture"
	"shallows/engine/number"
	"shallows/engine/page/record"
	"shallows/engine/scene"
)

// Name returns a unit, link or bias in words.
func (d *Desk) Name(t scene.Target) record.Text {
	switch {
	case t.Kind == scene.Link:
		if name := d.Column(scene.Target{To: t.From}); t.Layer == 1 && name != "" {
			return record.T("part.weightOf", "layer", t.Layer, "to", t.To, "from", d.Input(d.Session().Config().Inputs[t.From-1]))
		}
		return record.T("part.weight", "layer", t.Layer, "to", t.To, "from", t.From)
	case t.Kind == scene.Bias:
		return record.T("part.bias", "layer", t.Layer, "to", t.To)
	case t.Layer == 0:
		return record.T("part.input", "name", d.Input(d.Session().Config().Inputs[t.To-1]))
	case t.Layer == d.Session().Network().Layers() && d.several():
		return record.T("part.class", "unit", t.To, "class", d.Class(t.To-1))
	case t.Layer == d.Session().Network().Layers():
		return d.output()
	}
	return record.T("part.unit", "layer", t.Layer, "to", t.To)
}

// output returns what a single output is called: by the class whose probability it is or the values that it predicts, where
// these have a name.
func (d *Desk) output() record.Text {
	names := d.Session().Names()
	switch name := names.Class(1); {
	case d.Session().Config().Regression() && names.Target != "":
		return record.T("part.value", "name", record.Isolated(names.Target))
	case name != "" && !d.Session().Config().Regression():
		return record.T("part.chance", "class", d.Class(1))
	}
	return record.T("part.output")
}

// Symbol returns how the lecture writes a unit, link or bias: an input by what it is made of, the output as a prediction.
func (d *Desk) Symbol(t scene.Target) lecture.Expression {
	switch {
	case t.Kind != scene.Unit:
	case t.Layer == 0:
		return lecture.Feature(d.Session().Config().Inputs[t.To-1])
	case t.Layer == d.Session().Network().Layers() && !d.several():
		return lecture.Prediction{}
	}
	return SymbolOf(t)
}

// Layer returns what a layer is called, and its activation: no Text for the inputs, layer 0.
func (d *Desk) Layer(layer int) (name, activation record.Text) {
	n := d.Session().Network()
	switch layer {
	case 0:
		return record.T("network.inputs"), record.Text{}
	case n.Layers():
		name = record.T("network.output")
	default:
		name = record.T("network.layer", "layer", layer)
	}
	return name, record.T("option." + n.Activation(layer).String())
}

// Plane returns what the picture of the plane is called: by what it shows of the data.
func (d *Desk) Plane() record.Text {
	switch c := d.Session().Config(); {
	case c.Regression():
		return record.T("output.surface")
	case c.ClassCount() > 2:
		return record.T("output.several")
	}
	return record.T("output.title")
}

// Input returns what an input is called: how it is made, and the name of its column in the data.
func (d *Desk) Input(f dataset.Feature) record.Text {
	symbol := record.T("option." + f.String())
	if name := d.Called(f); name != "" {
		return record.T("input.named", "symbol", symbol, "name", name)
	}
	return symbol
}

// Called returns the name in the data of the column that an input is, "" for none.
func (d *Desk) Called(f dataset.Feature) string {
	j, ok := f.Column()
	if !ok {
		return ""
	}
	return record.Isolated(d.Session().Names().Column(j))
}

// Column returns the name in the data of the column that an input is, "" for none, and of other units.
func (d *Desk) Column(t scene.Target) string {
	inputs := d.Session().Config().Inputs
	if t.Layer > 0 || t.To < 1 || t.To > len(inputs) {
		return ""
	}
	return d.Called(inputs[t.To-1])
}

// Target says in which way values to predict are standardised; nothing where they are not.
func (d *Desk) Target() record.Text {
	mean, deviation := d.Session().Target()
	if mean == 0 && deviation == 1 {
		return record.Text{}
	}
	var name any = "y"
	if target := d.Session().Names().Target; target != "" {
		name = record.Isolated(target)
	}
	return record.T("output.scaled", "name", name, "mean", number.Of(mean).String(), "deviation", number.Of(deviation).String())
}

// Names returns what the data call an input or an output, nil for nothing, and the class of the mark of the class that an output
// stands for, "" for none.
func (d *Desk) Names(t scene.Target) (called any, mark string) {
	output := t.Layer == d.Session().Network().Layers()
	if output {
		if class, shown := d.Stage.Class(t.To); shown {
			return d.Class(class), MarkOf(class)
		}
	}
	if name := d.Column(t); name != "" {
		return name, ""
	}
	if name := d.Session().Names().Target; output && name != "" && d.Session().Config().Regression() {
		return record.Isolated(name), ""
	}
	return nil, ""
}

// Class returns what a class, counted from 0, is called: its name in the data, else a text with its number.
func (d *Desk) Class(class int) any {
	if name := d.Session().Names().Class(class); name != "" {
		return record.Isolated(name)
	}
	return record.T("output.class", "class", class)
}

// ClassLabel returns what a class is called among others: its name in the data, else its number.
func (d *Desk) ClassLabel(class int) any {
	if name := d.Session().Names().Class(class); name != "" {
		return record.Isolated(name)
	}
	return class
}

// Ramp returns the ends of the ramp where the plane shows the output, in the unit of the data; of a softmax they mean nothing.
func Ramp(stage *scene.Stage) (low, high string) {
	from, to := stage.Ramp()
	return number.Of(from).String(), number.Of(to).String()
}

// MarkOf returns the class, in the style sheets, of the mark of a class.
func MarkOf(class int) string { return "mark " + SignOf(class) }

// SignOf returns what the mark of a class is called, here and in legends of figures.
func SignOf(class int) string {
	switch class {
	case 0:
		return "zero"
	case 1:
		return "one"
	}
	return "class" + strconv.Itoa(class)
}

// several reports whether the output has a unit a class.
func (d *Desk) several() bool {
	n := d.Session().Network()
	return n.Sizes[n.Layers()] > 1
}
