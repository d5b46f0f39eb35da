using DealerPortal.Domain.Policies.Kinds;

namespace DealerPortal.Domain.Policies.Reading;

/// <summary>Reads one edition from its files: the cover, the calendar, then every other clause; and lets its examples prove it.</summary>
internal sealed class EditionReading(string pack, string name, IReadOnlyDictionary<string, string> files, Holidays holidays, PackProblems problems)
{
    private readonly string folder = $"{pack}/{name}/";

    /// <summary>The edition, or null when anything in it is wrong.</summary>
    public Edition? Read()
    {
        Edition? edition = null;
        var isClean = problems.NoneIn(() =>
        {
            if (!files.TryGetValue(PackCover.File, out var text)) problems.Add(new(folder + PackCover.File), "the file is missing; every edition has a cover.");
            else if (PackCover.Read(pack, name, text, problems) is { } cover) edition = Build(cover);
        });
        return isClean ? edition : null;
    }

    private Edition? Build(PackCover cover)
    {
        var texts = cover.Clauses.Where(HasFile).ToDictionary(clause => clause, clause => files[clause + ".yaml"]);
        foreach (var stray in files.Keys.Except([PackCover.File, .. cover.Clauses.Select(clause => clause + ".yaml")]))
            problems.Add(new(folder + stray), $"the file is not named under 'clauses' in {PackCover.File}.");

        var opened = texts.Select(text => Open(text.Key, text.Value)).OfType<Opened>().ToList();
        var frame = new EditionFrame(pack, name, cover.AppliesFrom, cover.Families, null, holidays);
        var calendars = opened.Where(file => file.Kind == RuleKinds.Calendar).Select(file => ReadClause(file, frame)).ToList();
        if (calendars.Count == 0 && opened.Count == cover.Clauses.Count) problems.Add(cover.Place, $"no clause of kind '{RuleKinds.Calendar}'; every edition has one.");

        var calendar = calendars.OfType<BusinessCalendar>().FirstOrDefault();
        var rules = opened.Where(file => file.Kind != RuleKinds.Calendar).Select(file => ReadClause(file, frame with { Calendar = calendar?.Calendar }))
            .Concat(calendars).OfType<Rule>().ToList();
        CheckKinds(opened);
        if (calendar is not null) PackExamples.Check(rules, calendar.Calendar.Zone, problems);
        return calendar is null ? null : new(new(pack, name), cover, [.. cover.Clauses.SelectMany(clause => rules.Where(rule => rule.Head.Place.File == $"{folder}{clause}.yaml"))]);

        bool HasFile(string clause)
        {
            if (files.ContainsKey(clause + ".yaml")) return true;
            problems.Add(cover.Place, $"'{clause}' stands under 'clauses', but there is no {clause}.yaml.");
            return false;
        }
    }

    private void CheckKinds(IReadOnlyList<Opened> opened)
    {
        foreach (var same in opened.GroupBy(file => file.Kind).Where(same => same.Count() > 1))
            problems.Add(same.Last().Map.Place, $"a second clause of kind '{same.Key}'; the first is {same.First().Map.Place.File}.");
    }

    private Opened? Open(string clause, string text)
    {
        var root = PackYaml.Read($"{folder}{clause}.yaml", text, problems);
        if (root is null || PackMap.Open(root, problems) is not { } map) return null;
        return map.Need("kind", Forms.OneOf(RuleKinds.All.Keys)) is { } kind ? new(kind, map) : null;
    }

    private Rule? ReadClause(Opened file, EditionFrame frame)
    {
        Rule.Heading? head = null;
        var isClean = problems.NoneIn(() =>
        {
            var (number, title) = (file.Map.Need("clause", Forms.Text), file.Map.Need("title", Forms.TwoLanguages));
            var from = file.Map.Need("applies", Forms.Map(PackCover.AppliesFromKey)) ?? default;
            if (from > frame.AppliesFrom) problems.Add(file.Map.PlaceOf("applies"), $"the clause begins after its edition, which applies from {frame.AppliesFrom:uuuu-MM-dd}.");
            head = new(new(pack, name, number!), title!, from, file.Kind, file.Map.Place);
        });
        var rule = RuleKinds.All[file.Kind](new(head!, file.Map, frame));
        return isClean ? rule : null;
    }

    private sealed record Opened(string Kind, PackMap Map);
}
