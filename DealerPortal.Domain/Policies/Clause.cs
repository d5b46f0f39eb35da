namespace DealerPortal.Domain.Policies;

/// <summary>Where a rule comes from: the regulation, its edition, and the clause as it is numbered there.</summary>
/// <param name="Pack">The regulation, such as <c>doors-and-windows</c>.</param>
/// <param name="Edition">The dated edition of the pack, such as <c>2026-01</c>.</param>
/// <param name="Number">The clause as printed, such as <c>三(三)2 备注1</c>.</param>
public readonly record struct Clause(string Pack, string Edition, string Number)
{
    /// <summary>One text for one column: <c>pack/edition#number</c>.</summary>
    public override string ToString() => $"{Pack}/{Edition}#{Number}";

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">The text was not written by <see cref="ToString"/>.</exception>
    public static Clause Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var hash = text.IndexOf('#', StringComparison.Ordinal);
        return slash > 0 && hash > slash
            ? new(text[..slash], text[(slash + 1)..hash], text[(hash + 1)..])
            : throw new FormatException($"'{text}' is no clause; expected pack/edition#number.");
    }
}
