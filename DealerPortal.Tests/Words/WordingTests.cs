using System.Globalization;
using DealerPortal.Domain;
using DealerPortal.Tests.Policies;
using DealerPortal.Tests.Support;
using DealerPortal.Web.Words;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using NodaTime.Testing;

namespace DealerPortal.Tests.Words;

public sealed class WordingTests : IDisposable
{
    private readonly CultureInfo before = CultureInfo.CurrentUICulture;
    private readonly Wording w = new(new Moments(new FakeClock(Shanghai.At("2026-03-02 09:00")), Books.Shipped), Books.Shipped, new() { Regions = [new("north", "北区", "North")] }, NullLogger<Wording>.Instance);

    [Theory]
    [InlineData("zh-CN", "03-02 14:20", "3月2日 周一 14:20")]
    [InlineData("en", "03-02 14:20", "Mon 2 Mar 14:20")]
    [InlineData("zh-CN", "2025-12-31 08:05", "2025年12月31日 周三 08:05")]
    [InlineData("en", "2025-12-31 08:05", "Wed 31 Dec 2025 08:05")]
    [InlineData("zh-CN", "03-06 00:00", "3月5日 周四 24:00")]
    [InlineData("en", "03-06 00:00", "Thu 5 Mar 24:00")]
    [InlineData("en", "03-06 00:00:00.000001", "Fri 6 Mar 00:00")]
    [InlineData("en", "03-05 23:59:59.999", "Thu 5 Mar 23:59")]
    public void An_instant_is_said_in_the_company_s_zone_and_exact_midnight_ends_the_day_before(string language, string at, string said)
    {
        Read(language);
        Assert.Equal(said, w.Show(Shanghai.At(at)));
    }

    [Theory]
    [InlineData("zh-CN", "1 234 567.5", "1,234,567.5")]
    [InlineData("en", "0.25", "0.25")]
    public void A_number_is_grouped_and_loses_no_digit(string language, string number, string said)
    {
        Read(language);
        Assert.Equal(said, w.Show(Fact.Number(decimal.Parse(number.Replace(" ", "", StringComparison.Ordinal), CultureInfo.InvariantCulture))));
    }

    [Fact]
    public void Money_is_shown_in_yuan_to_the_fen()
    {
        Read("zh-CN");
        Assert.Equal("¥1,234.50", w.Show(Fact.Fen(123450)));
        Assert.Equal("-¥0.05", w.Show(Fact.Fen(-5)));
    }

    [Fact]
    public void A_span_is_rounded_down_so_that_what_is_left_is_never_overstated()
    {
        Read("en");
        Assert.Equal("59 min", w.Show(Duration.FromMinutes(60) - Duration.Epsilon));
        Assert.Equal("1 h 0 min", w.Show(Duration.FromMinutes(60)));
        Assert.Equal("2 d 3 h", w.Show(Duration.FromHours(51.9)));
    }

    [Fact]
    public void A_refusal_says_what_to_do_next_in_the_reader_s_language()
    {
        Read("zh-CN");
        Assert.Contains("再决定一次", w.Say(Refusal.ChangedMeanwhile), StringComparison.Ordinal);
        Read("en");
        Assert.Contains("decide again", w.Say(Refusal.ChangedMeanwhile), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh-CN", "region.north", "北区")]
    [InlineData("en", "region.north", "North")]
    [InlineData("en", "region.west", "west")]
    public void A_region_is_called_as_the_settings_say(string language, string key, string said)
    {
        Read(language);
        Assert.Equal(said, w[key]);
    }

    [Fact]
    public void A_key_without_words_is_shown_in_brackets() => Assert.Equal("[no.such-word]", w["no.such-word"]);

    [Theory]
    [InlineData("zh-CN", "3月2日 周一 14:20 提货，已到 14:00：从 3月3日 周二 08:00 起算（三(三)2 备注1）。 防护窗 8 套，不足 10 套。 加 4 小时，至 3月3日 周二 12:00 止。")]
    [InlineData("en", "Picked up Mon 2 Mar 14:20, at or after 14:00: counts from Tue 3 Mar 08:00 (三(三)2 备注1). Window guard: 8 sets, below 10 sets. + 4 h = Tue 3 Mar 12:00.")]
    public void A_window_explains_itself_in_the_reader_s_language(string language, string said)
    {
        Read(language);
        var ruling = Books.Edition.AcceptanceWindows.For("window-guard", 8, Shanghai.At("03-02 14:20"), Books.Edition.Calendar);

        Assert.Equal(said, string.Join(' ', ruling.Steps.Take(3).Select(w.Say)));
    }

    public void Dispose() => CultureInfo.CurrentUICulture = before;

    private static void Read(string language) => CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language);
}
