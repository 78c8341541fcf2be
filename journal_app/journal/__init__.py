"""The person's world as plain records: nights, days, medicines, profile. Standard library only."""
