"""Extractors: declarations first, machinery behind them."""
