using System.Collections.Concurrent;

namespace Croisee.Ui.Paper;

/// <summary>The pictograms as drawings for paper, read once each; null where they are not installed.</summary>
public sealed class PaperPictures(IWebHostEnvironment environment)
{
    readonly ConcurrentDictionary<string, PaperDrawing?> known = new(StringComparer.Ordinal);

    public PaperDrawing? Find(string name) => known.GetOrAdd(name, Read);

    PaperDrawing? Read(string name)
    {
        var file = environment.WebRootFileProvider.GetFileInfo($"lib/pictograms/{name}.svg");
        if (!file.Exists) return null;
        using var stream = file.CreateReadStream();
        return PaperDrawing.Read(stream);
    }
}
