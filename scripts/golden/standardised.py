#!/usr/bin/env python3
"""Write engine/session/testdata/standardised.json: runs over tables of points whose inputs are standardised, by NumPy.

    standardised.py > engine/session/testdata/standardised.json

The points are in the file as they would be in a table. Means and variances are those of the training examples.
"""
import json
import sys

import numpy as np

import oracle

FEATURES = {"x1": lambda x: x[0], "x2": lambda x: x[1], "x1sq": lambda x: x[0] ** 2, "x1x2": lambda x: x[0] * x[1]}


def salaries(rng, m):
    """Salary, age and whether bought, as a shop would have them."""
    salary, age = np.round(rng.uniform(20000, 150000, m)), np.round(rng.uniform(18, 70, m))
    return salary, age, (salary / 130000 + (age - 45) ** 2 / 600 + 0.1 * rng.randn(m) < 0.8).astype(float)


def small(rng, m):
    """A column of some 0.0001234 beside one of 1e9 and more."""
    x1, x2 = np.round(1e-4 + 1e-4 * rng.rand(m), 7), np.round(1.7e9 + 1e6 * rng.rand(m))
    return x1, x2, (x1 - 1.5e-4 + 3e-11 * (x2 - 1.7005e9) > 0).astype(float)


RUNS = [
    (salaries, 60, {"net": [4], "act": "tanh", "at": [0, 1, 100, 1000]}),
    (salaries, 61, {"net": [], "act": [], "init": "zeros", "test": 20, "dseed": 3, "lr": 0.5, "at": [0, 1, 300]}),
    (salaries, 60, {"net": [5], "act": "relu", "init": "he", "in": ["x1", "x2", "x1sq", "x1x2"], "lr": 0.1, "test": 25, "at": [0, 1, 200]}),
    (small, 50, {"net": [3], "act": "tanh", "init": "xavier", "opt": "adam", "batch": 16, "lr": 0.02, "at": [0, 1, 100]}),
]


def standardised(draw, m, c):
    x1, x2, y = draw(np.random.RandomState(7), m)
    held = np.random.RandomState(c.get("dseed", 1)).permutation(m)[: round(m * c.get("test", 0) / 100)]
    train = np.setdiff1d(np.arange(m), held)
    X = np.array([FEATURES[f]([x1, x2]) for f in c.get("in", ["x1", "x2"])])
    result = oracle.run(c, oracle.standardised(X[:, train]), y[None, train])
    result["config"] = {**c, "name": f"{draw.__name__} {m} {c['net']}", "data": "own", "scaling": "standard"}
    return {**result, "points": {"x1": x1.tolist(), "x2": x2.tolist(), "y": y.tolist()}}


json.dump([standardised(*run) for run in RUNS], sys.stdout, separators=(",", ":"))
