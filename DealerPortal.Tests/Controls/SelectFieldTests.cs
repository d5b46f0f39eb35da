using Bunit;
using DealerPortal.Tests.Support;
using DealerPortal.Web.Controls;
using DealerPortal.Web.Parts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;

namespace DealerPortal.Tests.Controls;

/// <summary>A select is a button until it is opened, and its choice is known to a kept form both ways.</summary>
public sealed class SelectFieldTests : ComponentTest
{
    private static readonly (string, string)[] Families = [("window", "防护窗"), ("door", "防护门")];
    private string? told;

    [Fact]
    public void Closed_it_is_a_button_named_by_its_label_and_no_select_is_made()
    {
        var field = Family("door");
        var button = field.Find("button[role=combobox]");

        Assert.Equal(field.Find("label").GetAttribute("for"), button.Id);
        Assert.Equal("防护门", button.TextContent.Trim());
        Assert.Equal("false", button.GetAttribute("aria-expanded"));
        Assert.Equal("door", field.Find("input[type=hidden][name=family]").GetAttribute("value"));
        Assert.Empty(field.FindComponents<MudSelect<string>>());
        Assert.Empty(Popovers.FindAll(".mud-list-item"));
    }

    [Fact]
    public async Task Opened_it_lists_its_options_and_a_choice_is_told()
    {
        var field = Family(null);

        await field.Find("button[role=combobox]").ClickAsync(new());
        Popovers.WaitForAssertion(() => Assert.Equal(["未选", "防护窗", "防护门"], Popovers.FindAll(".mud-list-item").Select(item => item.TextContent.Trim())));
        await Popovers.FindAll(".mud-list-item")[2].ClickAsync(new());

        field.WaitForAssertion(() => Assert.Equal("door", told));
        Assert.Equal("door", field.Find("input[name=family]").GetAttribute("value"));
        Assert.Equal(field.Find("label").GetAttribute("for"), field.Find("input:not([type=hidden])").Id);
    }

    [Fact]
    public async Task An_arrow_key_opens_it()
    {
        var field = Family(null);

        await field.Find("button[role=combobox]").KeyDownAsync(new KeyboardEventArgs { Key = "ArrowDown" });

        Assert.Single(field.FindComponents<MudSelect<string>>());
    }

    [Theory]
    [InlineData("door", "door")]
    [InlineData("gone", null)]
    public async Task What_a_kept_form_puts_back_is_taken_if_it_is_still_offered(string kept, string? taken)
    {
        var field = Family(null);

        await field.Find("input[name=family]").ChangeAsync(new ChangeEventArgs { Value = kept });

        Assert.Equal(taken, told);
    }

    [Fact]
    public async Task A_choice_in_a_kept_form_is_mirrored_in_the_browser()
    {
        var id = Guid.NewGuid();
        var form = Render<KeptForm>(p => p.Add(f => f.Id, id).AddChildContent<SelectField<string>>(s => s.Add(f => f.Label, "产品").Add(f => f.Name, "family").Add(f => f.Options, Families)));

        await form.Find("button[role=combobox]").ClickAsync(new());
        Popovers.WaitForAssertion(() => Assert.Equal(2, Popovers.FindAll(".mud-list-item").Count));
        await Popovers.FindAll(".mud-list-item")[1].ClickAsync(new());

        form.WaitForAssertion(() => Assert.Equal([id.ToString(), "family", "door"], Assert.Single(Keeper.Invocations["told"]).Arguments));
    }

    [Fact]
    public void A_value_that_is_not_offered_any_more_shows_as_nothing() => Assert.Equal("", Family("gone").Find(".select-text").TextContent);

    [Fact]
    public async Task Things_that_are_no_text_are_chosen_by_their_own_value()
    {
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());
        Guid? chosen = first;
        var field = Render<SelectField<Guid?>>(p => p.Add(f => f.Label, "人").Add(f => f.Name, "person").Add(f => f.Value, first).Add(f => f.Options, [(first, "甲"), (second, "乙")])
            .Add(f => f.ValueChanged, value => chosen = value));

        await field.Find("input[name=person]").ChangeAsync(new ChangeEventArgs { Value = second.ToString() });

        Assert.Equal(second, chosen);
        Assert.Equal("乙", field.Find(".select-text").TextContent);
    }

    private IRenderedComponent<SelectField<string>> Family(string? value) => Render<SelectField<string>>(p => p.Add(f => f.Label, "产品").Add(f => f.Name, "family").Add(f => f.Empty, "未选")
        .Add(f => f.Options, Families).Add(f => f.Value, value).Add(f => f.ValueChanged, key => told = key));
}
