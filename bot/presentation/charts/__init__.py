"""Pictures of answers: what they show, and who draws them.

Answer ─ composing.picture → Chart ─ Studio ─ (a child process: easel, drawing, sheet) → PNG, kept by its content
"""
