package table

import (
	"slices"
	"strings"
	"unicode"
)

// roles are what columns of x1, x2 and the class are called, beside y, which is often the second coordinate.
var roles = [3]map[string]bool{
	words("x1 x_1 x₁ x[1]"),
	words("x2 x_2 x₂ x[2]"),
	words("class label target classe klasse clase classification category species outcome 类别 类 标签 分类 目标 类型"),
}

// has reports whether a name, perhaps with a unit in brackets behind it, is that of a role; y, where that is the class.
func has(role int, name string, y bool) bool {
	name, _, _ = strings.Cut(strings.ReplaceAll(name, " [", "("), "(")
	name = strings.ToLower(strings.Trim(name, ",;|\n "))
	return roles[role][name] || role == 2 && y && name == "y"
}

// isRole reports whether a name is that of any role.
func isRole(name string) bool { return has(0, name, true) || has(1, name, true) || has(2, name, true) }

// isBracketed reports whether a name is a unit by itself, which blanks part from what has it.
func isBracketed(name string) bool { return strings.ContainsAny(name, "([") && !isRole(name) }

// namesRoles reports whether a line is about several roles, whatever stands between their names.
func namesRoles(line string) bool {
	names := strings.FieldsFunc(line, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !strings.ContainsRune("_[]", r)
	})
	return len(slices.DeleteFunc(names, func(name string) bool { return !isRole(name) })) > 1
}

// namesAll reports whether a row has names of all roles.
func namesAll(r row) bool {
	for role := range roles {
		if !slices.ContainsFunc(r.cells, func(name string) bool { return has(role, name, true) }) {
			return false
		}
	}
	return true
}
