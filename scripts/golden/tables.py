#!/usr/bin/env python3
"""Write engine/session/testdata/tables.json: tables as teachers have them, and runs over them by NumPy.

    tables.py engine/dataset/table/testdata/iris.csv > engine/session/testdata/tables.json

Iris is the file's; the others are drawn in the form of files that courses use. Each run says which columns are its inputs
and its class, or a number to predict, as one would choose them by hand, and which rows have a value in all of these.
"""
import json
import math
import sys

import numpy as np

import oracle

rng = np.random.RandomState(12)


def banknotes(n=120):
    """variance, skewness, curtosis and entropy of pictures of banknotes, without a header as UCI has it."""
    genuine = rng.randint(0, 2, n)
    rows = np.c_[rng.randn(n) * 2 + 2.3 - 4.1 * genuine, rng.randn(n) * 5 + 4.3 - 5.2 * genuine, rng.randn(n) * 3 + 1, rng.randn(n) * 2 - 1.2]
    return [], [[f"{v:.5g}" for v in row] + [str(k)] for row, k in zip(rows, genuine)]


def wines(n=90):
    """13 measures of far sizes and the cultivar 1, 2 or 3, which stands first."""
    kind = np.sort(rng.randint(0, 3, n))
    size = np.array([13, 2.3, 2.4, 19, 100, 2.3, 2, 0.36, 1.6, 5, 0.96, 2.6, 750])
    rows = size * (1 + 0.15 * rng.randn(n, 13) + 0.2 * (kind[:, None] - 1) * np.sign(rng.randn(13)))
    return ["Cultivar"] + [f"Measure {j}" for j in range(1, 14)], [[str(k + 1)] + [f"{v:.4g}" for v in row] for row, k in zip(rows, kind)]


def ads(n=100):
    """User ID, Gender, Age, EstimatedSalary and Purchased."""
    age, salary = rng.randint(18, 61, n), 1000 * rng.randint(15, 151, n)
    bought = (age - 37) / 8 + (salary - 70000) / 30000 + 0.7 * rng.randn(n) > 0.7
    return ["User ID", "Gender", "Age", "EstimatedSalary", "Purchased"], [
        [str(15566689 + 977 * i), ["Male", "Female"][rng.randint(2)], str(age[i]), str(salary[i]), str(int(bought[i]))] for i in range(n)]


def penguins(n=110):
    """species, island, four measures, sex: some rows lack values."""
    rows = []
    for _ in range(n):
        k = rng.randint(3)
        bill, depth = [38.8, 48.8, 47.5][k] + 2.7 * rng.randn(), [18.3, 18.4, 15][k] + rng.randn()
        flipper, mass = [190, 196, 217][k] + 6.5 * rng.randn(), [3700, 3733, 5076][k] + 400 * rng.randn()
        rows.append([["Adelie", "Chinstrap", "Gentoo"][k], ["Biscoe", "Dream", "Torgersen"][rng.randint(3)],
                     f"{bill:.1f}", f"{depth:.1f}", f"{flipper:.0f}", f"{25 * round(mass / 25)}", ["MALE", "FEMALE"][rng.randint(2)]])
    for i, columns in [(3, range(2, 7)), (17, [6]), (40, [3]), (41, [6]), (90, range(2, 7))]:
        for j in columns:
            rows[i][j] = "" if i == 40 else "NA"
    return ["species", "island", "bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g", "sex"], rows


def carbon(n=60):
    """year, tons a head and co2 in ppm, a number to predict."""
    year = 1960 + np.arange(n)
    ppm = 316.5 + 0.85 * (year - 1960) + 0.0125 * (year - 1960) ** 2 + 0.4 * rng.randn(n)
    return ["year", "tons", "co2"], [[str(y), f"{3 + 0.03 * (y - 1960) + 0.2 * rng.randn():.2f}", f"{v:.2f}"] for y, v in zip(year, ppm)]


def iris():
    with open(sys.argv[1]) as f:
        header, *rows = [line.split(",") for line in f.read().split()]
    return header, rows


AT = [0, 1, 10, 100, 1000]
GENTLE, DEEP = {"net": [4], "lr": 0.1}, {"net": [5, 3], "lr": 0.3, "init": "xavier"}
RUNS = [("iris", iris(), [0, 1, 2, 3], 4, {**GENTLE, "lr": 0.03}), ("iris", iris(), [0, 1, 2, 3], 4, {**DEEP, "scaling": "standard", "test": 20})]
RUNS += [("iris", iris(), [i, j], 4, {**GENTLE, "scaling": "standard"}) for i in range(4) for j in range(i + 1, 4)]
RUNS += [
    ("banknotes", banknotes(), [0, 1, 2, 3], 4, {**DEEP, "lr": 0.03}),
    ("wines", wines(), list(range(1, 14)), 0, {**DEEP, "scaling": "standard", "test": 25}),
    ("ads", ads(), [2, 3], 4, {**GENTLE, "scaling": "standard"}),
    ("penguins", penguins(), [2, 3, 4, 5], 0, {**DEEP, "scaling": "standard"}),
]
CARBON = carbon()
RUNS += [
    ("carbon", CARBON, [0, 1], 2, {**GENTLE, "scaling": "standard", "yscaling": "standard"}),
    ("carbon", CARBON, [0], 2, {**DEEP, "lr": 0.1, "scaling": "standard", "yscaling": "standard", "test": 25}),
]


def trained(name, table, inputs, target, c):
    rows = [row for row in table[1] if all(row[j] not in ("", "NA") for j in inputs + [target])]
    X = np.array([[float(row[j]) for row in rows] for j in inputs])
    if "yscaling" in c:
        classes, y = None, np.array([[float(row[target]) for row in rows]])
    else:
        classes = list(dict.fromkeys(row[target] for row in rows))  # in order of appearance, numbers in their own
        if all(k.isdigit() for k in classes):
            classes.sort(key=int)
        y = np.array([[classes.index(row[target]) for row in rows]])
    m, K = len(rows), len(classes or [])
    held = np.random.RandomState(1).permutation(m)[: round(m * c.get("test", 0) / 100)]
    train = np.setdiff1d(np.arange(m), held)
    X, Y = X[:, train], (oracle.one_hot(y, K) if K > 2 else y.astype(float))[:, train]
    if "scaling" in c:
        X = oracle.standardised(X)
    if "yscaling" in c:
        Y = oracle.standardised(Y)
    how = {**c, "act": "tanh", "at": AT, "scale": 0.01}
    if K > 2:
        how.update(out="softmax", classes=K)
    if "yscaling" in c:
        how.update(out="linear", loss="mse")
    result = oracle.run(how, X, Y)
    settings = "&".join(f"{k}={','.join(map(str, v)) if isinstance(v, list) else v}" for k, v in c.items())
    assert all(math.isfinite(v) for v in result["cost"].values())
    return {"table": name, "inputs": inputs, "target": target, "rows": m, "classes": classes, "settings": settings, "cost": result["cost"]}


tables = {name: "\n".join(",".join(row) for row in ([table[0]] if table[0] else []) + table[1]) + "\n" for name, table, *_ in RUNS}
json.dump({"tables": tables, "runs": [trained(*run) for run in RUNS]}, sys.stdout, separators=(",", ":"))
