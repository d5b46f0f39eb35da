using DealerPortal.Domain;
using Microsoft.AspNetCore.Components;

namespace DealerPortal.Web.Controls;

/// <summary>What every form field has: a label, a hint, what is wrong with it, and one value.</summary>
public abstract class FormField<T> : ComponentBase
{
    [Parameter, EditorRequired] public string Label { get; set; } = "";

    [Parameter] public string? Hint { get; set; }

    [Parameter] public string? Error { get; set; }

    [Parameter] public bool IsOptional { get; set; }

    /// <summary>The label is heard and not seen, as in a tool bar.</summary>
    [Parameter] public bool HideLabel { get; set; }

    [Parameter] public bool Disabled { get; set; }

    [Parameter] public string? Class { get; set; }

    /// <summary>For a field that a key or a link leads to; others get one made.</summary>
    [Parameter] public string? Id { get; set; }

    /// <summary>The input's name, by which a kept form finds it again, and the field's name in refusals: one that names it is shown here.</summary>
    [Parameter] public string? Name { get; set; }

    [Parameter] public Refusal? Refusal { get; set; }

    [Parameter] public T? Value { get; set; }

    [Parameter] public EventCallback<T?> ValueChanged { get; set; }

    /// <summary>Further attributes of the input itself, such as <c>autocomplete</c>.</summary>
    [Parameter(CaptureUnmatchedValues = true)] public Dictionary<string, object>? More { get; set; }

    /// <summary>An error that the control found itself, such as a date that is none; it is shown before those of the page.</summary>
    protected virtual string? OwnError => null;

    protected Task Tell(T? value)
    {
        Value = value;
        return ValueChanged.InvokeAsync(value);
    }

    /// <summary>The control with its label, hint and error around it.</summary>
    protected RenderFragment InField(RenderFragment<Dictionary<string, object>> control, FieldShape shape = FieldShape.Above) => builder =>
    {
        builder.OpenComponent<Field>(0);
        builder.AddComponentParameter(1, nameof(Field.Label), Label);
        builder.AddComponentParameter(2, nameof(Field.Hint), Hint);
        builder.AddComponentParameter(3, nameof(Field.Error), OwnError ?? Error);
        builder.AddComponentParameter(4, nameof(Field.IsOptional), IsOptional);
        builder.AddComponentParameter(5, nameof(Field.HideLabel), HideLabel);
        builder.AddComponentParameter(6, nameof(Field.Class), Class);
        builder.AddComponentParameter(7, nameof(Field.Id), Id);
        builder.AddComponentParameter(8, nameof(Field.Name), Name);
        builder.AddComponentParameter(9, nameof(Field.Refusal), Refusal);
        builder.AddComponentParameter(10, nameof(Field.Shape), shape);
        builder.AddComponentParameter(11, nameof(Field.ChildContent), (RenderFragment<Dictionary<string, object>>)(marks => control(WithMore(marks))));
        builder.CloseComponent();
    };

    protected static string IdOf(Dictionary<string, object> marks) => (string)marks["id"];

    private Dictionary<string, object> WithMore(Dictionary<string, object> marks)
    {
        foreach (var (name, value) in More ?? []) marks[name] = value;
        return marks;
    }
}
