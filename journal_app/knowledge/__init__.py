"""The knowledge base in memory: its entries, their loader, and what of it fits a journal."""
