using DealerPortal.Domain.Policies;

namespace DealerPortal.Tests.Policies;

/// <summary>Policy books for tests: the shipped one, and ones made of texts.</summary>
internal static class Books
{
    public const string Pack = "doors-and-windows";

    public static readonly PolicyBook Shipped = new(Pack, PackReader.Read(folder: null));

    public static readonly Edition Edition = Shipped.Edition(Pack, "2026-01");

    /// <summary>The smallest pack that has everything, one text a file; a test changes what it is about.</summary>
    public static Dictionary<string, string> Small() => new()
    {
        ["small/2026-01/pack.yaml"] = """
            pack: small
            edition: 2026-01
            title: { zh: 小规定, en: Small regulation }
            source: { zh: 测试, en: a test }
            applies: { from: 2026-01-01 }
            families:
              - { code: box, zh: 箱, en: Box, measure: sets }
              - { code: glue, zh: 胶, en: Glue, measure: none }
            clauses: [calendar, acceptance]
            """,
        ["small/2026-01/calendar.yaml"] = """
            clause: 一
            title: { zh: 时间, en: Time }
            kind: business-calendar
            applies: { from: 2026-01-01 }
            zone: Asia/Shanghai
            week:
              - { days: [monday, tuesday], open: [08:00-12:00, 13:30-24:00] }
            examples:
              - { date: 2026-03-02, working-day: yes }
            """,
        ["small/2026-01/acceptance.yaml"] = """
            clause: 二
            title: { zh: 验货, en: Acceptance }
            kind: acceptance-windows
            applies: { from: 2026-01-01 }
            late: { from: 14:00, next-day-at: 08:00 }
            silence: { means: accepted, afterwards: { means: paid-service-only } }
            record-back: { at-most: 7 days }
            windows:
              - { families: [box], sets: { below: 10 }, within: 4 hours }
              - { families: [box], sets: { from: 10 }, within: same day }
              - { families: [glue], within: 2 days }
            examples:
              - { picked-up: 2026-03-02 09:00, box: 8, ends: 2026-03-02 13:00 }
            """,
    };

    /// <summary>The small pack with one text of one file replaced by another.</summary>
    public static Dictionary<string, string> Small(string file, string old, string @new)
    {
        var files = Small();
        var path = "small/2026-01/" + file;
        if (!files[path].Contains(old, StringComparison.Ordinal)) throw new ArgumentException($"{file} has no '{old}'.", nameof(old));
        files[path] = files[path].Replace(old, @new, StringComparison.Ordinal);
        return files;
    }

    /// <summary>What is wrong with the pack, each problem as the portal says it.</summary>
    public static string[] Problems(IReadOnlyDictionary<string, string> files) =>
        [.. Assert.Throws<PackException>(() => PackReader.Read(files)).Problems.Select(problem => problem.ToString())];
}
