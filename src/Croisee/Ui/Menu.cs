namespace Croisee.Ui;

/// <summary>
/// An entry that a room puts in the header or, for staff, as a card of the office with one sentence of <paramref name="Hint"/>. Rooms register theirs; the layout knows none.
/// </summary>
/// <param name="Waiting">How many things wait behind a card for this visitor; asked by the office alone.</param>
public sealed record MenuEntry(string Label, string Path, int Order, Func<HttpContext, bool>? Shown = null, bool Staff = false, string? Hint = null, Func<HttpContext, Task<int>>? Waiting = null);

public static class Menu
{
    public static IServiceCollection Entry(this IServiceCollection services, string label, string path, int order, Func<HttpContext, bool>? shown = null, bool staff = false, string? hint = null, Func<HttpContext, Task<int>>? waiting = null) =>
        services.AddSingleton(new MenuEntry(label, path, order, shown, staff, hint, waiting));
}
