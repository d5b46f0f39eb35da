using Bunit;
using DealerPortal.Tests.Support;
using DealerPortal.Web.Controls;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using NodaTime;

namespace DealerPortal.Tests.Controls;

/// <summary>Dates and times are typed or picked; what is not understood is said at the field, and the calendar is made when it is asked for.</summary>
public sealed class MomentFieldTests : ComponentTest
{
    private LocalDate? day = new LocalDate(2026, 1, 1);
    private LocalDateTime? moment;

    [Fact]
    public async Task A_typed_date_arrives_and_stands_written_out()
    {
        var field = Day();

        await Type(field, "input", "3-5");

        Assert.Equal(new LocalDate(2026, 3, 5), day);
        Assert.Equal("2026-03-05", field.Find("input").GetAttribute("value"));
    }

    [Theory]
    [InlineData("zh-CN", "看不懂这个日期")]
    [InlineData("en", "This is not a date")]
    public async Task What_is_no_date_stays_as_typed_with_a_sentence_and_no_older_date_is_sent(string language, string sentence)
    {
        Read(language);
        var field = Day();

        await Type(field, "input", "下周三");

        Assert.Null(day);
        Assert.Equal("下周三", field.Find("input").GetAttribute("value"));
        Assert.StartsWith(sentence, field.Find("#" + field.Find("input").GetAttribute("aria-describedby")).TextContent, StringComparison.Ordinal);
        await Type(field, "input", "2026-03-05");
        Assert.Empty(field.FindAll(".error"));
        Assert.Equal(new LocalDate(2026, 3, 5), day);
    }

    [Fact]
    public async Task A_date_outside_its_bounds_is_said_to_be()
    {
        var field = Day(max: new(2026, 3, 2));

        await Type(field, "input", "2026-03-03");

        Assert.Null(day);
        Assert.Contains("不在可选范围内", field.Find(".error").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh-CN", "周一", "2026年3月")]
    [InlineData("en", "Mon", "March 2026")]
    public async Task The_calendar_is_made_when_it_is_asked_for_speaks_the_reader_s_language_and_begins_on_monday(string language, string monday, string month)
    {
        Read(language);
        day = new(2026, 3, 2);
        var field = Day();
        Assert.Empty(Dialogs.FindComponents<MudDatePicker>());

        await field.Find(".mud-input-adornment button").ClickAsync(new());
        Dialogs.WaitForAssertion(() => Assert.Single(Dialogs.FindComponents<MudDatePicker>()));

        Assert.Equal(monday, Dialogs.Find(".mud-picker-calendar-header-day span").TextContent.Trim());
        Assert.Contains(month, Dialogs.Markup, StringComparison.Ordinal);
        await Dialogs.FindAll("button.mud-picker-calendar-day").First(button => button.TextContent.Trim() == "17").ClickAsync(new());
        field.WaitForAssertion(() => Assert.Equal(new LocalDate(2026, 3, 17), day));
        Dialogs.WaitForAssertion(() => Assert.Empty(Dialogs.FindAll("[role=dialog]")));
    }

    [Fact]
    public async Task A_typed_time_arrives()
    {
        LocalTime? time = null;
        var field = Render<TimeField>(p => p.Add(f => f.Label, "几点").Add(f => f.ValueChanged, value => time = value));

        await Type(field, "input", "1430");
        Assert.Equal(new LocalTime(14, 30), time);
        await Type(field, "input", "25:00");
        Assert.Null(time);
        Assert.Contains("看不懂这个时间", field.Find(".error").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_moment_is_complete_with_its_day_and_its_time()
    {
        var field = Moment();

        await Type(field, "input[name=at]", "2026-03-02");
        Assert.Null(moment);
        Assert.Contains("日期和时间", field.Find(".error").TextContent, StringComparison.Ordinal);
        await Type(field, "input[name=at-time]", "14:30");

        Assert.Equal(new LocalDateTime(2026, 3, 2, 14, 30), moment);
        Assert.Empty(field.FindAll(".error"));
        var time = field.Find("input[name=at-time]");
        Assert.Equal("几点几分", time.GetAttribute("aria-label"));
        Assert.Equal("提货时间", field.Find("#" + time.GetAttribute("aria-describedby")).TextContent.Trim());
    }

    [Fact]
    public async Task A_moment_pasted_into_the_first_input_is_taken_apart()
    {
        var field = Moment();

        await Type(field, "input[name=at]", "2026-03-02T14:30");

        Assert.Equal(new LocalDateTime(2026, 3, 2, 14, 30), moment);
        Assert.Equal("2026-03-02", field.Find("input[name=at]").GetAttribute("value"));
        Assert.Equal("14:30", field.Find("input[name=at-time]").GetAttribute("value"));
    }

    [Fact]
    public async Task Emptied_again_a_moment_is_none()
    {
        moment = new LocalDateTime(2026, 3, 2, 14, 30);
        var field = Moment();
        Assert.Equal("14:30", field.Find("input[name=at-time]").GetAttribute("value"));

        await Type(field, "input[name=at]", "");
        await Type(field, "input[name=at-time]", "");

        Assert.Null(moment);
        Assert.Empty(field.FindAll(".error"));
    }

    private IRenderedComponent<DateField> Day(LocalDate? max = null) =>
        Render<DateField>(p => p.Add(f => f.Label, "哪天").Add(f => f.Name, "on").Add(f => f.Value, day).Add(f => f.Max, max).Add(f => f.ValueChanged, value => day = value));

    private IRenderedComponent<DateTimeField> Moment() =>
        Render<DateTimeField>(p => p.Add(f => f.Label, "提货时间").Add(f => f.Name, "at").Add(f => f.Value, moment).Add(f => f.ValueChanged, value => moment = value));

    private static Task Type<T>(IRenderedComponent<T> field, string input, string text) where T : IComponent => field.Find(input).ChangeAsync(new ChangeEventArgs { Value = text });
}
