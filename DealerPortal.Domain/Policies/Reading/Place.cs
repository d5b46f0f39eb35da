namespace DealerPortal.Domain.Policies.Reading;

/// <summary>Where something stands in a pack: file, line and column, both counted from 1. Line 0 means the file as a whole.</summary>
public readonly record struct Place(string File, int Line = 0, int Column = 0)
{
    public override string ToString() => Line == 0 ? File : $"{File}, line {Line}, column {Column}";
}
