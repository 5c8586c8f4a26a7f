namespace Croisee.Ui.Paper;

/// <summary>The faces a document is set in: two weights of ours, and a wide one for the signs and scripts that they lack.</summary>
public sealed class FontSet(FontFace regular, FontFace bold, FontFace wide)
{
    /// <summary>Where a machine without our faces usually keeps some that may be embedded: regular, bold.</summary>
    static readonly (string Regular, string Bold)[] Elsewhere =
    [
        ("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf"),
        ("/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf", "/usr/share/fonts/truetype/liberation/LiberationSans-Bold.ttf"),
        ("C:/Windows/Fonts/verdana.ttf", "C:/Windows/Fonts/verdanab.ttf"),
        ("/System/Library/Fonts/Supplemental/Verdana.ttf", "/System/Library/Fonts/Supplemental/Verdana Bold.ttf"),
    ];

    public FontFace Regular => regular;
    public FontFace Bold => bold;
    public FontFace Wide => wide;

    /// <summary>Ours where the build brought them (it needs npm), otherwise the system's; null when there is none, and then there is no PDF.</summary>
    public static FontSet? Find(string folder)
    {
        string Ours(string name) => Path.Combine(folder, name + ".ttf");
        var pairs = Elsewhere.Prepend((Ours("regular"), Ours("bold")));
        foreach (var (regular, bold) in pairs.Where(p => File.Exists(p.Item1) && File.Exists(p.Item2)))
        {
            var first = new FontFace(File.ReadAllBytes(regular));
            var wide = new[] { Ours("wide"), Elsewhere[0].Regular }.FirstOrDefault(File.Exists);
            return new(first, new FontFace(File.ReadAllBytes(bold)), wide is null || wide == regular ? first : new FontFace(File.ReadAllBytes(wide)));
        }
        return null;
    }
}

/// <summary>The faces, read at the first PDF and kept.</summary>
public sealed class PaperFonts(string folder)
{
    readonly Lazy<FontSet?> found = new(() => FontSet.Find(folder));

    public FontSet? Set => found.Value;
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "fonts");
}
