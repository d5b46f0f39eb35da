namespace DealerPortal.Domain.Knowledge;

/// <summary>What is looked for, as both databases ask it. A tier is the best zone in which everything asked for stands; in each zone, what stands there in one piece comes first.</summary>
internal static class SearchQuestion
{
    private static readonly char[] Zones = ['a', 'b', 'c'];

    /// <summary>The tiers of a search, from the best to the last: all of it in the title; in title and symptom; anywhere. Articles of one tier are in none before it.</summary>
    /// <remarks>Several words give each of them twice: the words one behind the other as they were typed, then apart.</remarks>
    public static IReadOnlyList<Ask> Tiers(string text, IReadOnlyList<string> marks)
    {
        var (wanted, whole, tiers) = (Cut.Asked(text), Cut.AskedInOnePiece(text), new List<Ask>());
        Ask? before = null;
        for (var zone = 0; zone < Zones.Length; zone++)
        {
            var apart = new Ask.All([.. wanted.Select(one => In(one, zone))]);
            if (wanted.Count > 1)
            {
                var together = new Ask.Any([.. whole.SelectMany(one => In(one, zone).Parts)]);
                tiers.Add(Marked(Without(together, before), marks));
                before = before is null ? together : new Ask.Any([before, together]);
            }
            tiers.Add(Marked(Without(apart, before), marks));
            before = apart;
        }
        return tiers;
    }

    /// <summary>Articles with these marks, whatever they say.</summary>
    public static Ask Only(IEnumerable<string> marks) => new Ask.All([.. Marks(marks)]);

    /// <summary>Articles with this piece in title or symptom.</summary>
    public static Ask With(string piece, IEnumerable<string> marks) => Marked(In(new([piece], false), 1), marks);

    private static Ask.Any In(Cut.Wanted wanted, int upTo) =>
        new([.. Zones.Take(upTo + 1).Select(zone => new Ask.Phrase([.. wanted.Pieces.Select(piece => zone + piece)], wanted.IsBeginning))]);

    private static Ask Without(Ask ask, Ask? before) => before is null ? ask : new Ask.Except(ask, before);

    private static Ask.All Marked(Ask ask, IEnumerable<string> marks) => new([ask, .. Marks(marks)]);

    private static IEnumerable<Ask> Marks(IEnumerable<string> marks) => marks.Select(mark => new Ask.Phrase(["m" + mark], IsBeginning: false));
}
