"""The grammar of quantities, shared by notes and questions: figures, units, bounds, and what they measure."""
