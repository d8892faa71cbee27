// Tailoring
