namespace DealerPortal.Tests.Support;

/// <summary>For tests that look for offenders: all of them are printed, one a line.</summary>
public static class Offences
{
    public static void None(IEnumerable<string> found)
    {
        var all = found.Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.True(all.Count == 0, $"{all.Count} found:\n  {string.Join("\n  ", all)}");
    }
}
