namespace Croisee.Ui;

/// <summary>An entry that a room puts in the header or, for staff, as a card of the office with one sentence of <paramref name="Hint"/>. Rooms register theirs; the layout knows none.</summary>
public sealed record MenuEntry(string Label, string Path, int Order, Func<HttpContext, bool>? Shown = null, bool Staff = false, string? Hint = null);

public static class Menu
{
    public static IServiceCollection Entry(this IServiceCollection services, string label, string path, int order, Func<HttpContext, bool>? shown = null, bool staff = false, string? hint = null) =>
        services.AddSingleton(new MenuEntry(label, path, order, shown, staff, hint));
}
