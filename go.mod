module shallows

go 1.24.0
