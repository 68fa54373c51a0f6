package config

import (
	"slices"
	"strings"
	"testing"
)

// Each fragment decodes to the experiment whose canonical fragment is want.
func TestDecode(t *testing.T) {
	for _, test := range []struct {
		fragment string
		want     string
		warnings []Warning
	}{
		{"", "v=1", nil},
		{"#", "v=1", nil},
		{"#v=1", "v=1", nil},
		{"v=1&data=spiral&net=8,8&act=relu&lr=0.03", "v=1&data=spiral&net=8,8&act=relu&lr=0.03", nil},
		{"lr=0.03&net=8,8&&data=spiral&", "v=1&data=spiral&net=8,8&lr=0.03", nil},

		// Defaults are left out, and follow the settings before them.
		{"data=planar&n=400&noise=0.2&net=4&act=tanh&lr=1.20&seed=2&bseed=10", "v=1", nil},
		{"data=xor&noise=0.2", "v=1&data=xor&noise=0.2", nil},
		{"data=xor&noise=0", "v=1&data=xor", nil},
		{"data=plane&out=linear&loss=mse", "v=1&data=plane", nil},
		{"out=tanh&loss=mse", "v=1&out=tanh", nil},
		{"loss=mse", "v=1&loss=mse", nil},
		{"data=bumps&out=tanh", "v=1&data=bumps&out=tanh", nil},

		// Percent-encoding is undone where it is sound.
		{"net=8%2C8", "v=1&net=8,8", nil},
		{"%6e%65%74=8%2c8", "v=1&net=8,8", nil},
		{"data=xo%72", "v=1&data=xor", nil},
		{"data=xor%", "v=1", []Warning{{"data", "xor%", "planar", Invalid}}},
		{"data=xor%4", "v=1", []Warning{{"data", "xor%4", "planar", Invalid}}},
		{"data=%+f", "v=1", []Warning{{"data", "%+f", "planar", Invalid}}},
		{"data=%ff", "v=1", []Warning{{"data", "\ufffd", "planar", Invalid}}},
		{"data=\xed\xa0\x80", "v=1", []Warning{{"data", "\ufffd", "planar", Invalid}}},

		// Numbers are decimal.
		{"lr=1e-5", "v=1&lr=1e-5", nil},
		{"lr=0.00001", "v=1&lr=1e-5", nil},
		{"lr=3.0e-1", "v=1&lr=0.3", nil},
		{"lr=.5", "v=1&lr=0.5", nil},
		{"l1=-0", "v=1", nil},
		{"l2=1e-999", "v=1", nil},
		{"n=1e3", "v=1&n=1000", nil},
		{"lr=NaN", "v=1", []Warning{{"lr", "NaN", "1.2", Invalid}}},
		{"lr=Inf", "v=1", []Warning{{"lr", "Inf", "1.2", Invalid}}},
		{"lr=0x1p-2", "v=1", []Warning{{"lr", "0x1p-2", "1.2", Invalid}}},
		{"n=1_000", "v=1", []Warning{{"n", "1_000", "400", Invalid}}},
		{"n=12.5", "v=1", []Warning{{"n", "12.5", "400", Invalid}}},
		{"n= 50", "v=1", []Warning{{"n", " 50", "400", Invalid}}},
		{"n=", "v=1", []Warning{{"n", "", "400", Invalid}}},
		{"n", "v=1", []Warning{{"n", "", "400", Invalid}}},
		{"lr=1-2", "v=1", []Warning{{"lr", "1-2", "1.2", Invalid}}},
		{"noise=x&data=circle", "v=1&data=circle", []Warning{{"noise", "x", "0", Invalid}}},

		// Beyond a limit, the nearest value allowed is used.
		{"n=9", "v=1&n=10", []Warning{{"n", "9", "10", Clamped}}},
		{"n=2001", "v=1&n=2000", []Warning{{"n", "2001", "2000", Clamped}}},
		{"noise=-1", "v=1&noise=0", []Warning{{"noise", "-1", "0", Clamped}}},
		{"noise=1.5", "v=1&noise=1", []Warning{{"noise", "1.5", "1", Clamped}}},
		{"test=91", "v=1&test=90", []Warning{{"test", "91", "90", Clamped}}},
		{"seed=4294967296", "v=1&seed=4294967295", []Warning{{"seed", "4294967296", "4294967295", Clamped}}},
		{"dseed=-1", "v=1&dseed=0", []Warning{{"dseed", "-1", "0", Clamped}}},
		{"lr=1e999", "v=1&lr=100", []Warning{{"lr", "1e999", "100", Clamped}}},
		{"steps=99999999999999999999", "v=1&steps=100000",
			[]Warning{{"steps", "99999999999999999999", "100000", Clamped}}},

		// Choices are exact.
		{"data=Spiral", "v=1", []Warning{{"data", "Spiral", "planar", Invalid}}},
		{"act=softplus", "v=1", []Warning{{"act", "softplus", "tanh", Invalid}}},
		{"act=swish", "v=1&act=swish", nil},
		{"out=relu", "v=1", []Warning{{"out", "relu", "sigmoid", Invalid}}},
		{"out=relu&data=plane", "v=1&data=plane", []Warning{{"out", "relu", "linear", Invalid}}},
		{"out=tanh&loss=bce", "v=1&out=tanh", []Warning{{"loss", "bce", "mse", Invalid}}},
		{"data=plane&out=sigmoid&loss=bce", "v=1&data=plane&out=sigmoid", []Warning{{"loss", "bce", "mse", Invalid}}},

		// Inputs are a set in a fixed order.
		{"in=x2,x1", "v=1", nil},
		{"in=sinx2,x1x2,x1", "v=1&in=x1,x1x2,sinx2", nil},
		{"in=x1,x1", "v=1&in=x1", []Warning{{"in", "x1,x1", "x1", Repeated}}},
		{"in=", "v=1", []Warning{{"in", "", "x1,x2", Invalid}}},
		{"data=shell", "v=1&data=shell", nil},
		{"data=shell&in=x3,x1", "v=1&data=shell&in=x1,x3", nil},
		{"data=shell&in=x1,x1sq", "v=1&data=shell", []Warning{{"in", "x1,x1sq", "x1,x2,x3", Invalid}}},
		{"data=shell&in=x4", "v=1&data=shell", []Warning{{"in", "x4", "x1,x2,x3", Invalid}}},
		{"data=own&in=x1,x16,x3", "v=1&data=own&in=x1,x3,x16", nil},
		{"data=own&in=x3,x1sq", "v=1&data=own", []Warning{{"in", "x3,x1sq", "x1,x2", Invalid}}},
		{"in=x1,x3", "v=1", []Warning{{"in", "x1,x3", "x1,x2", Invalid}}},

		// Hidden layers.
		{"net=0", "v=1&net=0", nil},
		{"net=08", "v=1&net=8", nil},
		{"net=1,64", "v=1&net=1,64", nil},
		{"net=65", "v=1&net=64", []Warning{{"net", "65", "64", Clamped}}},
		{"net=4,0,4", "v=1&net=4,1,4", []Warning{{"net", "4,0,4", "4,1,4", Clamped}}},
		{"net=1,2,3,4,5,6,7", "v=1&net=1,2,3,4,5,6", []Warning{{"net", "1,2,3,4,5,6,7", "1,2,3,4,5,6", Clamped}}},
		{"net=4,", "v=1", []Warning{{"net", "4,", "4", Invalid}}},
		{"net=", "v=1", []Warning{{"net", "", "4", Invalid}}},
		{"net=2.5", "v=1", []Warning{{"net", "2.5", "4", Invalid}}},
		{"net=61,61", "v=1&net=61,61", nil}, // 4027 parameters
		{"net=62,62", "v=1&net=61,62", []Warning{{"net", "62,62", "61,62", Clamped}}},
		{"net=61,61&in=x1,x2,x1sq,x2sq", "v=1&in=x1,x2,x1sq,x2sq&net=60,61",
			[]Warning{{"net", "61,61", "60,61", Clamped}}},
		{"net=64,64,64,64,64,64", "v=1&net=27,27,28,28,28,28",
			[]Warning{{"net", "64,64,64,64,64,64", "27,27,28,28,28,28", Clamped}}},

		// One activation for all hidden layers, or one for each.
		{"act=relu", "v=1&act=relu", nil},
		{"net=0&act=relu", "v=1&net=0&act=relu", nil},
		{"net=8,8&act=relu,relu", "v=1&net=8,8&act=relu", nil},
		{"net=8,8&act=relu,tanh", "v=1&net=8,8&act=relu,tanh", nil},
		{"act=relu,tanh&net=8,8,8", "v=1&net=8,8,8&act=relu,tanh,tanh",
			[]Warning{{"act", "relu,tanh", "relu,tanh,tanh", Clamped}}},
		{"act=relu,tanh", "v=1&act=relu", []Warning{{"act", "relu,tanh", "relu", Clamped}}},
		{"net=0&act=relu,tanh", "v=1&net=0&act=relu", []Warning{{"act", "relu,tanh", "relu", Clamped}}},
		{"act=", "v=1", []Warning{{"act", "", "tanh", Invalid}}},

		// Keys are exact; of one given twice, the first counts, and the same again says nothing.
		{"colour=red", "v=1", []Warning{{"colour", "red", "", Unknown}}},
		{"Data=spiral", "v=1", []Warning{{"Data", "spiral", "", Unknown}}},
		{"=5", "v=1", []Warning{{"", "5", "", Unknown}}},
		{"lr=1&lr=2", "v=1&lr=1", []Warning{{"lr", "2", "1", Repeated}}},
		{"v=1&lr=1&lr=1&lr=2&v=1&lr=2&lr=1", "v=1&lr=1", []Warning{{"lr", "2", "1", Repeated}}},
		{"lr=x&b=1&lr=x&b=1", "v=1", []Warning{{"b", "1", "", Unknown}, {"lr", "x", "1.2", Invalid}}},
		{"b=1&b=2", "v=1", []Warning{{"b", "1", "", Unknown}, {"b", "2", "", Unknown}}},
		{"v=2&lr=1", "v=1&lr=1", []Warning{{"v", "2", "1", Version}}},
	} {
		c, warnings := Decode(test.fragment)
		if got := c.Encode(); got != test.want {
			t.Errorf("%q decodes to %q, want %q", test.fragment, got, test.want)
		}
		if !slices.Equal(warnings, test.warnings) {
			t.Errorf("%q warns %q, want %q", test.fragment, warnings, test.warnings)
		}
	}
}

func TestDecodeWarnsInBrief(t *testing.T) {
	long := strings.Repeat("é", 500)
	_, warnings := Decode("data=" + long)
	if want := strings.Repeat("é", 40) + "…"; len(warnings) != 1 || warnings[0].Value != want {
		t.Errorf("got %q, want the value cut to %q", warnings, want)
	}
}

func TestDecodeReadsTheBeginningOfALongFragment(t *testing.T) {
	for _, test := range []struct{ fragment, want string }{
		{"lr=0.5&net=8&data=" + strings.Repeat("%", 1<<20), "v=1&net=8&lr=0.5"},
		{"lr=" + strings.Repeat("0", 1<<20), "v=1"},
	} {
		c, warnings := Decode(test.fragment)
		if got := c.Encode(); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
		if len(warnings) != 1 || warnings[0].Reason != TooLong || warnings[0].Used != test.want {
			t.Errorf("warns %q, want one that only %q was read", warnings, test.want)
		}
	}
}

func TestWith(t *testing.T) {
	for _, test := range []struct {
		from     string
		patch    []Pair
		want     string
		warnings []Warning
	}{
		{"v=1", nil, "v=1", nil},
		{"lr=0.3&net=8", []Pair{{"lr", "1"}}, "v=1&net=8&lr=1", nil},
		{"lr=0.3", []Pair{{"lr", "1.2"}}, "v=1", nil},

		// What was at its default follows; what was not stays.
		{"v=1", []Pair{{"data", "spiral"}}, "v=1&data=spiral", nil},
		{"noise=0.5", []Pair{{"data", "spiral"}}, "v=1&data=spiral&noise=0.5", nil},
		{"v=1", []Pair{{"data", "plane"}}, "v=1&data=plane", nil},
		{"data=plane", []Pair{{"data", "xor"}}, "v=1&data=xor", nil},
		{"out=tanh", []Pair{{"out", "sigmoid"}}, "v=1", nil},

		// A patch is applied as a whole.
		{"net=8,8&act=relu,tanh", []Pair{{"net", "8,8,8"}, {"act", "relu,tanh,linear"}},
			"v=1&net=8,8,8&act=relu,tanh,linear", nil},
		{"net=8,8&act=relu,tanh", []Pair{{"net", "8"}}, "v=1&net=8&act=relu",
			[]Warning{{"act", "relu,tanh", "relu", Clamped}}},
		{"net=61,61", []Pair{{"in", "x1,x2,sinx1,sinx2"}}, "v=1&in=x1,x2,sinx1,sinx2&net=60,61",
			[]Warning{{"net", "61,61", "60,61", Clamped}}},
		{"lr=1", []Pair{{"lr", "fast"}, {"size", "9"}}, "v=1",
			[]Warning{{"size", "9", "", Unknown}, {"lr", "fast", "1.2", Invalid}}},
	} {
		from, _ := Decode(test.from)
		got, warnings := from.With(test.patch...)
		if got.Encode() != test.want || !slices.Equal(warnings, test.warnings) {
			t.Errorf("%q with %q is %q, warnings %q; want %q, %q",
				test.from, test.patch, got.Encode(), warnings, test.want, test.warnings)
		}
	}
}
