"""Pictures of a `Review`: pure functions that return figures. matplotlib is imported nowhere else."""
