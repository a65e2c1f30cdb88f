"""Amounts as the genre writes them: digits and number words, magnitudes, ranges, fractions, units and quotients."""

from bienban.find.numbers.amounts import Amount, read_amount
from bienban.find.numbers.words import read_number_words

__all__ = ["Amount", "read_amount", "read_number_words"]
