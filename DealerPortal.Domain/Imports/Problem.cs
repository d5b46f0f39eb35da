namespace DealerPortal.Domain.Imports;

/// <summary>One cell (or row) that cannot be taken over, and why.</summary>
/// <param name="Line">The line of the file, from 1; the header is line 1.</param>
/// <param name="Column">The heading as the file has it; empty where the whole row is meant.</param>
/// <param name="Why">What is allowed there.</param>
public sealed record Problem(int Line, string Column, string Value, Refusal Why);
