using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace DealerPortal.Domain.Policies.Reading;

/// <summary>The forms in which packs write their values. Every pattern is strict: what can be misread is refused.</summary>
internal static partial class Forms
{
    private static readonly LocalTimePattern HourAndMinute = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    private static readonly LocalDateTimePattern DayHourAndMinute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    public static readonly PackForm<string> Text = Scalar<string>("a text", text => text.Trim() is { Length: > 0 } trimmed ? trimmed : null);

    public static readonly PackForm<string> Code = Matching("a code of small letters, digits and hyphens, such as window-guard", CodeForm());

    public static readonly PackForm<string> EditionName = Matching("an edition such as 2026-01", EditionForm());

    public static readonly PackForm<LocalDate?> Date = Scalar<LocalDate?>("a date such as 2026-03-02", ParseDate);

    public static readonly PackForm<LocalTime?> Time = Scalar<LocalTime?>("a time of day such as 14:00",
        text => TimeForm().IsMatch(text) && HourAndMinute.Parse(text) is { Success: true } time ? time.Value : null);

    public static readonly PackForm<LocalDateTime?> DateAndTime = Scalar<LocalDateTime?>("a date and time such as 2026-03-02 14:00", ParseDateAndTime);

    public static readonly PackForm<int?> Days = Scalar<int?>("a number of days such as 7 days",
        text => DaysForm().Match(text) is { Success: true } match ? Whole(match.Groups[1].Value) : null);

    public static readonly PackForm<int?> Hours = Scalar<int?>("open time such as 4 hours",
        text => HoursForm().Match(text) is { Success: true } match ? Whole(match.Groups[1].Value) : null);

    public static readonly PackForm<int?> Count = Scalar<int?>("a whole number such as 3, zero or more", text => CountForm().IsMatch(text) ? Whole(text) : null);

    public static readonly PackForm<decimal?> Quantity = Scalar<decimal?>("a quantity such as 10 or 89.5",
        text => QuantityForm().IsMatch(text) ? decimal.Parse(text, CultureInfo.InvariantCulture) : null);

    public static readonly PackForm<bool?> YesOrNo = OneOf<bool?>(("yes", true), ("no", false));

    public static readonly PackForm<Bilingual> TwoLanguages = Map(map => new Bilingual(map.Need("zh", Text)!, map.Need("en", Text)!));

    /// <summary>A single value, parsed from its text; <paramref name="parse"/> answers null for what is not of this form.</summary>
    public static PackForm<T> Scalar<T>(string wanted, Func<string, T?> parse) => (node, problems) =>
    {
        if (node is PackNode.Scalar { Text: var text } && parse(text) is { } value) return value;

        problems.Add(node.Place, $"{node.Shape} stands where {wanted} is wanted.");
        return default;
    };

    public static PackForm<T> OneOf<T>(params (string Word, T Value)[] words) => (node, problems) =>
    {
        foreach (var (word, value) in words)
            if (node is PackNode.Scalar { Text: var text } && text == word) return value;

        problems.Add(node.Place, $"{node.Shape} stands where one of these is wanted: {(words.Length == 0 ? "none is there" : string.Join(", ", words.Select(word => word.Word)))}.");
        return default;
    };

    public static PackForm<string> OneOf(IEnumerable<string> words) => OneOf([.. words.Select(word => (word, word))]);

    public static PackForm<IReadOnlyList<T>> List<T>(PackForm<T> item) => (node, problems) =>
    {
        if (node is PackNode.Sequence { Items: var items }) return [.. items.Select(one => item(one, problems)!)];

        problems.Add(node.Place, $"{node.Shape} stands where a list is wanted.");
        return [];
    };

    public static PackForm<T> Map<T>(Func<PackMap, T?> read) => (node, problems) =>
    {
        if (PackMap.Open(node, problems) is not { } map) return default;

        var value = read(map);
        map.Close();
        return value;
    };

    /// <summary>Null when the digits are more than a number of days or pieces can be.</summary>
    public static int? Whole(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static LocalDate? ParseDate(string text) => DateForm().IsMatch(text) && LocalDatePattern.Iso.Parse(text) is { Success: true } date ? date.Value : null;

    public static LocalDateTime? ParseDateAndTime(string text) =>
        DateAndTimeForm().IsMatch(text) && DayHourAndMinute.Parse(text) is { Success: true } moment ? moment.Value : null;

    private static PackForm<string> Matching(string wanted, Regex form) => Scalar<string>(wanted, text => form.IsMatch(text) ? text : null);

    [GeneratedRegex(@"^[a-z][a-z0-9]*(-[a-z0-9]+)*\z")] private static partial Regex CodeForm();

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}(-[a-z0-9]+)*\z")] private static partial Regex EditionForm();

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}\z")] private static partial Regex DateForm();

    [GeneratedRegex(@"^[0-9]{2}:[0-9]{2}\z")] private static partial Regex TimeForm();

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}\z")] private static partial Regex DateAndTimeForm();

    // 0 days is no span: zero and negative durations are refused when the pack is read.
    [GeneratedRegex(@"^([1-9][0-9]{0,3}) days?\z")] private static partial Regex DaysForm();

    [GeneratedRegex(@"^([1-9][0-9]{0,2}) hours?\z")] private static partial Regex HoursForm();

    [GeneratedRegex(@"^(0|[1-9][0-9]{0,5})\z")] private static partial Regex CountForm();

    [GeneratedRegex(@"^(0|[1-9][0-9]{0,8})(\.[0-9]{1,3})?\z")] private static partial Regex QuantityForm();
}
