using NodaTime;

namespace DealerPortal.Web.Shell;

/// <summary>What waits for a person, in the order of the start page: overdue, due today, later, without a limit; then what may be taken up, and what waits for others.</summary>
public sealed class Today
{
    /// <summary>How many rows of a person's own stand on the page; more are counted.</summary>
    public const int RowsAtMost = 50;

    /// <summary>How many rows of the other parts.</summary>
    public const int OthersAtMost = 8;

    private Today() { }

    /// <summary>Words under <c>home.part.NAME</c>.</summary>
    public enum Urgency
    {
        Overdue,
        DueToday,
        Later,
        NoLimit,
    }

    /// <param name="Needs">Those that stand one by one.</param>
    /// <param name="Folded">Kinds of which there are several without a limit, and how many.</param>
    public sealed record Section(Urgency Urgency, IReadOnlyList<Need> Needs, IReadOnlyList<(string Kind, int Count)> Folded)
    {
        public int Count => Needs.Count + Folded.Sum(one => one.Count);
    }

    /// <param name="Count">How many there are in all.</param>
    public sealed record Part(IReadOnlyList<Need> Needs, int Count);

    /// <summary>Those with anything in them.</summary>
    public IReadOnlyList<Section> Sections { get; private init; } = [];

    /// <summary>How many of a person's own are asked in each way.</summary>
    public IReadOnlyList<(string Kind, int Count)> Kinds { get; private init; } = [];

    /// <summary>How many of a person's own there are.</summary>
    public int Mine { get; private init; }

    /// <summary>How many of them stand neither in a row nor in a folded line; they end later than those shown.</summary>
    public int More { get; private init; }

    public Part ToClaim { get; private init; } = new([], 0);

    public Part Others { get; private init; } = new([], 0);

    /// <param name="only">Only what is asked in this way; then nothing is folded.</param>
    /// <param name="endOfToday">Exclusive.</param>
    public static Today Of(IReadOnlyList<INeeds.Waiting> waiting, string? only, Instant now, Instant endOfToday)
    {
        var all = waiting.SelectMany(some => some.First).ToLookup(need => need.Part);
        // What a source has more of than it shows is of the kind that it shows last.
        var beyond = waiting.Where(some => some.First.Count > 0).ToLookup(some => (some.First[^1].Part, some.First[^1].Kind), some => some.All - some.First.Count);
        int Beyond(NeedPart part) => beyond.Where(some => some.Key.Part == part).Sum(some => some.Sum());

        var kinds = all[NeedPart.Mine].GroupBy(need => need.Kind).Select(kind => (kind.Key, Count: kind.Count() + beyond[(NeedPart.Mine, kind.Key)].Sum())).ToList();
        var mine = all[NeedPart.Mine].Where(need => only is null || need.Kind == only).OrderBy(need => need.Due ?? Instant.MaxValue).ToList();
        var several = only is null ? mine.Where(need => need.Due is null).GroupBy(need => need.Kind).Where(kind => kind.Count() > 1).Select(kind => kind.Key).ToHashSet() : [];
        var folds = kinds.Where(kind => several.Contains(kind.Key)).Select(kind => (kind.Key, kind.Count - mine.Count(need => need.Kind == kind.Key && need.Due is not null))).ToList();
        var rows = mine.Where(need => need.Due is not null || !several.Contains(need.Kind)).Take(RowsAtMost).ToList();
        var shown = rows.GroupBy(need => UrgencyOf(need, now, endOfToday)).ToDictionary(some => some.Key, some => some.ToList());
        var count = kinds.Where(kind => only is null || kind.Key == only).Sum(kind => kind.Count);
        return new()
        {
            Sections = [.. Enum.GetValues<Urgency>().Select(urgency => new Section(urgency, shown.GetValueOrDefault(urgency, []), urgency is Urgency.NoLimit ? folds : [])).Where(section => section.Count > 0)],
            Kinds = kinds,
            Mine = kinds.Sum(kind => kind.Count),
            More = count - rows.Count - folds.Sum(fold => fold.Item2),
            ToClaim = PartOf(all[NeedPart.ToClaim], Beyond(NeedPart.ToClaim)),
            Others = PartOf(all[NeedPart.Others], Beyond(NeedPart.Others)),
        };
    }

    private static Urgency UrgencyOf(Need need, Instant now, Instant endOfToday) =>
        need.Due is not { } due ? Urgency.NoLimit : due <= now ? Urgency.Overdue : due <= endOfToday ? Urgency.DueToday : Urgency.Later;

    private static Part PartOf(IEnumerable<Need> needs, int unseen)
    {
        var all = needs.OrderBy(need => need.Due ?? Instant.MaxValue).ToList();
        return new([.. all.Take(OthersAtMost)], all.Count + unseen);
    }
}
