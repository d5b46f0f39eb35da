using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Domain.Policies.Reading;
using DealerPortal.Domain.Time;
using NodaTime;

namespace DealerPortal.Domain.Policies;

/// <summary>A regulation as it reads from one date on: its families, its calendar, and its rules, proven by their examples.</summary>
public sealed class Edition
{
    private readonly Edition? before;

    internal Edition(Key key, PackCover cover, IReadOnlyList<Rule> rules)
    {
        (Pack, Name) = (key.Pack, key.Name);
        (Title, Source, AppliesFrom, Families) = (cover.Title, cover.Source, cover.AppliesFrom, cover.Families);
        Rules = rules;
    }

    private Edition(Edition before, WorkingCalendar calendar)
    {
        this.before = before;
        (Pack, Name, Title, Source, AppliesFrom, Families) = (before.Pack, before.Name, before.Title, before.Source, before.AppliesFrom, before.Families);
        Rules = [.. before.Rules.Select(rule => rule is BusinessCalendar days ? days.On(calendar) : rule)];
    }

    /// <summary>The regulation, such as <c>doors-and-windows</c>.</summary>
    public string Pack { get; }

    /// <summary>The edition's own name, such as <c>2026-01</c>.</summary>
    public string Name { get; }

    public Bilingual Title { get; }

    /// <summary>Who issued the regulation, and when.</summary>
    public Bilingual Source { get; }

    /// <summary>The first date on which this edition holds; it holds until the next one's.</summary>
    public LocalDate AppliesFrom { get; }

    public IReadOnlyList<Family> Families { get; }

    /// <summary>In the order in which the pack lists them.</summary>
    public IReadOnlyList<Rule> Rules { get; }

    public WorkingCalendar Calendar => The<BusinessCalendar>().Calendar;

    /// <summary>The calendar that something was reckoned by, as far back as the book knows: the present one, or one before a holiday year was published.</summary>
    public WorkingCalendar? CalendarOf(string mark)
    {
        for (var one = this; one is not null; one = one.before)
            if (one.Calendar.Mark == mark) return one.Calendar;
        return null;
    }

    /// <summary>The same edition once a country's holiday year is published or amended; itself where the calendar says the same, or keeps other holidays.</summary>
    public Edition With(string country, HolidayYear year)
    {
        if (Find<BusinessCalendar>() is not { } days || days.Country != country) return this;
        var calendar = days.Calendar.With(year);
        return calendar.Mark == days.Calendar.Mark ? this : new(this, calendar);
    }

    public AcceptanceWindows AcceptanceWindows => The<AcceptanceWindows>();

    public EvidenceNeeds EvidenceNeeds => The<EvidenceNeeds>();

    public WorkingDayClocks Clocks => The<WorkingDayClocks>();

    public ApprovalChains Chains => The<ApprovalChains>();

    public ProblemCatalogue Problems => The<ProblemCatalogue>();

    public CallbackCadences Cadences => The<CallbackCadences>();

    public CallbackSurvey Survey => The<CallbackSurvey>();

    public PromisedDates PromisedDates => The<PromisedDates>();

    public LateDeliveryPay LatePay => The<LateDeliveryPay>();

    public Family? FindFamily(string code) => Families.FirstOrDefault(family => family.Code == code);

    /// <summary>The rule of a kind, or null when this regulation has none.</summary>
    public T? Find<T>() where T : Rule => Rules.OfType<T>().SingleOrDefault();

    /// <summary>The rule under which a clause stands: <c>三(三)2 备注1</c> is part of <c>三(三)2</c>. Null when the edition has no such clause.</summary>
    public Rule? At(string number) =>
        Rules.Where(rule => number == rule.Head.Clause.Number || number.StartsWith(rule.Head.Clause.Number + " ", StringComparison.Ordinal))
            .MaxBy(rule => rule.Head.Clause.Number.Length);

    private T The<T>() where T : Rule =>
        Find<T>() ?? throw new InvalidOperationException($"{Pack}/{Name} has no rule of kind {typeof(T).Name}; ask with {nameof(Find)} where a regulation may do without.");

    internal readonly record struct Key(string Pack, string Name);
}
