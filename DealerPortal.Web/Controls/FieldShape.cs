namespace DealerPortal.Web.Controls;

/// <summary>Where a field's label stands.</summary>
public enum FieldShape
{
    /// <summary>A label of its own above the one control.</summary>
    Above,

    /// <summary>A heading above several controls, such as radio buttons.</summary>
    Group,

    /// <summary>The control shows its label itself, such as a check box.</summary>
    Beside,
}
