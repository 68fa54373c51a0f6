#!/usr/bin/env python3
"""Write engine/dataset/principal/testdata/svd.json: principal components of standardised data, by NumPy's SVD.

    principal.py > engine/dataset/principal/testdata/svd.json

Data are a coordinate a row. Directions are rows, up to sign; shares are of the variance.
"""
import csv
import json
import sys

import numpy as np


def iris():
    with open("engine/dataset/table/testdata/iris.csv") as f:
        return np.array([row[:4] for row in list(csv.reader(f))[1:]], dtype=float).T


def mixed(columns, m, seed):
    """Coordinates of very different units that depend on each other."""
    rng = np.random.RandomState(seed)
    X = rng.randn(columns, columns) @ rng.randn(columns, m)
    return np.array([float("%.6g" % v) for v in (10.0 ** np.arange(-3, columns - 3)[:, None] * (X + 2)).ravel()]).reshape(columns, m)


def components(X):
    mu, sigma = X.mean(axis=1, keepdims=True), X.std(axis=1, keepdims=True)
    sigma[sigma <= 1e-12 * np.abs(X).max(axis=1, keepdims=True)] = 1
    _, s, V = np.linalg.svd(((X - mu) / sigma).T, full_matrices=False)
    return {"X": X.tolist(), "along": V.tolist(), "share": (s**2 / np.sum(s**2)).tolist()}


constant = np.vstack([mixed(3, 40, 5), np.full(40, 7.5)])
json.dump([components(X) for X in (iris(), mixed(2, 9, 1), mixed(13, 178, 2), mixed(16, 30, 3), constant)], sys.stdout)
print()
