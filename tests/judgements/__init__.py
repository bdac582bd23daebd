"""Flags on real texts, judged by hand: how they were drawn, and what came out. The texts are not here."""
