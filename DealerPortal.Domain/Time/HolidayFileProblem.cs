namespace DealerPortal.Domain.Time;

/// <summary>One thing wrong with a holiday file, and where. Lines and columns count from 1.</summary>
/// <param name="Code">Key of the sentence, such as <c>holiday-file.unknown-key</c>.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Allowed">What may stand there.</param>
public sealed record HolidayFileProblem(int Line, int Column, string Code, string Found, string Allowed)
{
    public override string ToString() => $"line {Line}, column {Column}: {Code["holiday-file.".Length..].Replace('-', ' ')} '{Found}'. Allowed here: {Allowed}.";
}
