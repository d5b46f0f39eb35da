namespace DealerPortal.Domain.Knowledge;

/// <summary>What is looked for, as both databases ask it. A tier is the best zone in which everything asked for stands.</summary>
internal static class SearchQuestion
{
    private static readonly char[] Zones = ['a', 'b', 'c'];

    /// <summary>Tiers from the best to the last: all of it in the title; in title and symptom; anywhere.</summary>
    public static int Tiers => Zones.Length;

    /// <summary>Articles of one tier, and of none before it.</summary>
    public static Ask Tier(IReadOnlyList<Cut.Wanted> wanted, int tier, IEnumerable<string> marks)
    {
        var here = new Ask.All([.. wanted.Select(one => In(one, tier)), .. Marked(marks)]);
        return tier == 0 ? here : new Ask.Except(here, new Ask.All([.. wanted.Select(one => In(one, tier - 1))]));
    }

    /// <summary>Articles with these marks, whatever they say.</summary>
    public static Ask Only(IEnumerable<string> marks) => new Ask.All([.. Marked(marks)]);

    /// <summary>Articles with this piece in title or symptom.</summary>
    public static Ask With(string piece, IEnumerable<string> marks) => new Ask.All([In(new([piece], false), 1), .. Marked(marks)]);

    private static Ask.Any In(Cut.Wanted wanted, int upTo) =>
        new([.. Zones.Take(upTo + 1).Select(zone => new Ask.Phrase([.. wanted.Pieces.Select(piece => zone + piece)], wanted.IsBeginning))]);

    private static IEnumerable<Ask> Marked(IEnumerable<string> marks) => marks.Select(mark => new Ask.Phrase(["m" + mark], IsBeginning: false));
}
