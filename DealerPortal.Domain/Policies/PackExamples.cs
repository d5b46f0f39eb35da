using DealerPortal.Domain.Policies.Reading;
using NodaTime;

namespace DealerPortal.Domain.Policies;

/// <summary>Holds a pack to its own examples: one that contradicts itself is not loaded.</summary>
internal static class PackExamples
{
    public static void Check(IEnumerable<Rule> rules, DateTimeZone zone, PackProblems problems)
    {
        foreach (var example in rules.SelectMany(rule => rule.Examples).Where(example => !example.Holds))
            problems.Add(example.Place, $"the example does not hold: it expects {Say(example.Expected, zone)}, the rule says {Say(example.Got, zone)}.");
    }

    private static string Say(IReadOnlyList<Fact> facts, DateTimeZone zone) =>
        facts.Count == 0 ? "nothing" : string.Join(", ", facts.Select(fact => ExampleTime.Say(fact, zone)));
}
