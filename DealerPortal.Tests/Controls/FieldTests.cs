using Bunit;
using DealerPortal.Domain;
using DealerPortal.Tests.Support;
using DealerPortal.Web.Controls;
using Microsoft.AspNetCore.Components;

namespace DealerPortal.Tests.Controls;

/// <summary>What all fields owe: the label, the hint and the error are tied to the input, and what is typed arrives.</summary>
public sealed class FieldTests : ComponentTest
{
    [Fact]
    public void A_text_field_ties_label_hint_and_error_to_its_input()
    {
        var field = Render<TextField>(p => p.Add(f => f.Label, "姓名").Add(f => f.Hint, "与身份证一致").Add(f => f.Name, "name").Add(f => f.Refusal, new Refusal("not-allowed", null, "name")));
        var input = field.Find("input");

        Assert.Equal("name", input.GetAttribute("name"));
        Assert.Equal(field.Find("label").GetAttribute("for"), input.Id);
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        var described = input.GetAttribute("aria-describedby")!.Split(' ');
        Assert.Equal(2, described.Length);
        Assert.Equal("与身份证一致", field.Find("#" + described[0]).TextContent);
        Assert.Equal("alert", field.Find("#" + described[1]).GetAttribute("role"));
        Assert.False(string.IsNullOrWhiteSpace(field.Find("#" + described[1]).TextContent));
    }

    [Fact]
    public void A_refusal_of_another_field_is_not_shown_here()
    {
        var field = Render<TextField>(p => p.Add(f => f.Label, "姓名").Add(f => f.Name, "name").Add(f => f.Refusal, new Refusal("not-allowed", null, "phone")));

        Assert.Empty(field.FindAll(".error"));
        Assert.NotEqual("true", field.Find("input").GetAttribute("aria-invalid"));
        Assert.Null(field.Find("input").GetAttribute("aria-describedby"));
    }

    [Fact]
    public async Task What_is_typed_arrives_when_the_field_is_left_and_an_emptied_field_is_empty_text()
    {
        string? told = null;
        var field = Render<TextField>(p => p.Add(f => f.Label, "姓名").Add(f => f.Value, "旧").Add(f => f.ValueChanged, text => told = text));

        await field.Find("input").ChangeAsync(new ChangeEventArgs { Value = "张三" });
        Assert.Equal("张三", told);
        await field.Find("input").ChangeAsync(new ChangeEventArgs { Value = "" });
        Assert.Equal("", told);
    }

    [Fact]
    public async Task An_immediate_field_tells_with_every_key()
    {
        string? told = null;
        var field = Render<TextField>(p => p.Add(f => f.Label, "查找").Add(f => f.Immediate, true).Add(f => f.ValueChanged, text => told = text));

        await field.Find("input").InputAsync(new ChangeEventArgs { Value = "张" });

        Assert.Equal("张", told);
    }

    [Fact]
    public void A_field_of_several_lines_is_a_text_area_with_its_bound_and_further_attributes()
    {
        var area = Render<TextField>(p => p.Add(f => f.Label, "说明").Add(f => f.Lines, 3).Add(f => f.MaxLength, 2000).AddUnmatched("lang", "en")).Find("textarea:not([aria-hidden])");

        Assert.Equal("3", area.GetAttribute("rows"));
        Assert.Equal("2000", area.GetAttribute("maxlength"));
        Assert.Equal("en", area.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("zh-CN", "（可不填）")]
    [InlineData("en", "(optional)")]
    public void What_may_stay_empty_says_so(string language, string words)
    {
        Read(language);
        Assert.Contains(words, Render<TextField>(p => p.Add(f => f.Label, "x").Add(f => f.IsOptional, true)).Find("label").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hidden_label_is_still_heard()
    {
        var field = Render<TextField>(p => p.Add(f => f.Label, "查找").Add(f => f.HideLabel, true));

        Assert.Contains("sr-only", field.Find("label").ClassName, StringComparison.Ordinal);
        Assert.Equal(field.Find("input").Id, field.Find("label").GetAttribute("for"));
    }

    [Theory]
    [InlineData("12.5", 12.5)]
    [InlineData("1,234.50", 1234.5)]
    [InlineData("", null)]
    public async Task A_number_arrives_as_one(string typed, double? number)
    {
        decimal? told = 7;
        var field = Render<NumberField<decimal?>>(p => p.Add(f => f.Label, "金额").Add(f => f.Value, 7m).Add(f => f.ValueChanged, value => told = value));

        await field.Find("input").ChangeAsync(new ChangeEventArgs { Value = typed });

        Assert.Equal((decimal?)number, told);
    }

    [Fact]
    public async Task A_number_keeps_within_its_bounds_and_shows_its_unit()
    {
        var told = 0;
        var field = Render<NumberField<int>>(p => p.Add(f => f.Label, "数量").Add(f => f.Min, 1).Add(f => f.Max, 99).Add(f => f.Unit, "樘").Add(f => f.ValueChanged, value => told = value));

        await field.Find("input").ChangeAsync(new ChangeEventArgs { Value = "500" });

        Assert.Equal(99, told);
        Assert.Contains("樘", field.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_box_is_named_by_its_words_and_hears_a_change()
    {
        var told = false;
        var field = Render<CheckField>(p => p.Add(f => f.Label, "货已清点").Add(f => f.Name, "counted").Add(f => f.Error, "请先清点").Add(f => f.ValueChanged, value => told = value));
        var box = field.Find("input[type=checkbox]");

        Assert.Equal("counted", box.GetAttribute("name"));
        Assert.Equal("货已清点", box.Closest("label")!.TextContent.Trim());
        Assert.Equal("请先清点", field.Find("#" + box.GetAttribute("aria-describedby")).TextContent);
        await box.ChangeAsync(new ChangeEventArgs { Value = true });
        Assert.True(told);
    }

    [Fact]
    public async Task A_switch_says_its_state_and_hears_a_change()
    {
        bool? told = null;
        var field = Render<SwitchField>(p => p.Add(f => f.Label, "短信提醒").Add(f => f.Value, true).Add(f => f.ValueChanged, value => told = value));
        var box = field.Find("input[role=switch]");

        Assert.Equal("true", box.GetAttribute("aria-checked"));
        await box.ChangeAsync(new ChangeEventArgs { Value = false });
        Assert.False(told);
    }

    [Fact]
    public async Task One_of_a_few_is_chosen_by_a_tap_on_its_card()
    {
        string? told = null;
        var field = Render<ChoiceField<string>>(p => p.Add(f => f.Label, "严重程度").Add(f => f.Name, "severity").Add(f => f.Value, "a").Add(f => f.Error, "请选择")
            .Add(f => f.Options, [("a", "轻"), ("b", "重")]).Add(f => f.ValueChanged, value => told = value));
        var group = field.Find("[role=radiogroup]");
        var second = field.FindAll("input[type=radio]")[1];

        Assert.Equal("严重程度", field.Find("#" + group.GetAttribute("aria-labelledby")).TextContent.Trim());
        Assert.Equal("请选择", field.Find("#" + group.GetAttribute("aria-describedby")).TextContent);
        Assert.All(field.FindAll("input[type=radio]"), radio => Assert.Equal("severity", radio.GetAttribute("name")));
        Assert.Equal("b", second.GetAttribute("value"));
        Assert.Equal("轻", field.Find(".choice.chosen").TextContent.Trim());
        await second.ClickAsync(new());
        Assert.Equal("b", told);
        Assert.Equal("重", field.Find(".choice.chosen").TextContent.Trim());
    }

    [Fact]
    public void A_disabled_field_takes_nothing()
    {
        Assert.True(Render<TextField>(p => p.Add(f => f.Label, "x").Add(f => f.Disabled, true)).Find("input").HasAttribute("disabled"));
        Assert.True(Render<CheckField>(p => p.Add(f => f.Label, "x").Add(f => f.Disabled, true)).Find("input").HasAttribute("disabled"));
        Assert.True(Render<SelectField<string>>(p => p.Add(f => f.Label, "x").Add(f => f.Options, []).Add(f => f.Disabled, true)).Find("button").HasAttribute("disabled"));
    }
}
