namespace DealerPortal.Domain.Knowledge;

/// <summary>How well an article answers among others of its tier: a pure function of what was asked and what it says, the same on every database.</summary>
/// <param name="BeginsTitle">Its title begins with the first thing asked for.</param>
/// <param name="TitleShare">How much of its title was asked for, in quarters: a title that says nothing else is about it.</param>
/// <param name="InSymptom">How often the symptom speaks of it, up to three times.</param>
internal readonly record struct Likeness(bool BeginsTitle, int TitleShare, int InSymptom) : IComparable<Likeness>
{
    private const int Quarters = 4, OftenEnough = 3;

    public static Likeness Of(IReadOnlyList<Cut.Wanted> wanted, string title, string symptom)
    {
        var (inTitle, inSymptom) = (Cut.Pieces(title).ToList(), Cut.Pieces(symptom).ToList());
        var said = wanted.Where(one => PlacesOf(one, inTitle).Any()).Sum(one => one.Pieces.Count);
        return new(wanted.Count > 0 && Stands(wanted[0], inTitle, 0), inTitle.Count == 0 ? 0 : said * Quarters / inTitle.Count, Math.Min(OftenEnough, wanted.Sum(one => PlacesOf(one, inSymptom).Count())));
    }

    public int CompareTo(Likeness other) => (BeginsTitle, TitleShare, InSymptom).CompareTo((other.BeginsTitle, other.TitleShare, other.InSymptom));

    private static IEnumerable<int> PlacesOf(Cut.Wanted wanted, List<string> pieces) => Enumerable.Range(0, pieces.Count).Where(place => Stands(wanted, pieces, place));

    private static bool Stands(Cut.Wanted wanted, List<string> pieces, int place)
    {
        if (place + wanted.Pieces.Count > pieces.Count) return false;
        for (var i = 0; i < wanted.Pieces.Count; i++)
        {
            var goesOn = wanted.IsBeginning && i == wanted.Pieces.Count - 1;
            if (goesOn ? !pieces[place + i].StartsWith(wanted.Pieces[i], StringComparison.Ordinal) : pieces[place + i] != wanted.Pieces[i]) return false;
        }
        return true;
    }
}
