namespace Croisee.Ui;

/// <summary>An entry that a room puts in the header or in the staff's menu. Rooms register theirs; the layout knows none.</summary>
public sealed record MenuEntry(string Label, string Path, int Order, Func<HttpContext, bool>? Shown = null, bool Staff = false);

public static class Menu
{
    public static IServiceCollection Entry(this IServiceCollection services, string label, string path, int order, Func<HttpContext, bool>? shown = null, bool staff = false) =>
        services.AddSingleton(new MenuEntry(label, path, order, shown, staff));
}
