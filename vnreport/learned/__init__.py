"""Small learned models as plain numbers: log-linear weights, calibration maps; numpy only, nothing of spaCy."""
