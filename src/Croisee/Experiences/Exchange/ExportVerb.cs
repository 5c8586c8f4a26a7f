using Croisee.Data;

namespace Croisee.Experiences.Exchange;

/// <summary><c>croisee export experiences FILE</c>. Reads only: it may run while the instance is served. Contact data never leave by this door (EXP-R4).</summary>
static class ExportVerb
{
    public const string Usage = "export experiences FICHIER [--call APPEL] [--state ÉTAT,…] [--published] [--format csv|json] [--comma]";
    static readonly string More = "  FICHIER : « - » pour la sortie standard. À côté, FICHIER.codebook.csv dit les champs, les codes et les mots.\n  Sans --state : tout ce qui a été envoyé et n’a pas été retiré. --published : les fiches que tout le monde lit, telles qu’elles sont montrées, même pendant une correction ; leurs champs publics seulement.\n"
        + $"  Jamais exportés, car les contacts ne sortent pas (EXP-R4) : {string.Join(", ", ExperienceFields.All.Where(f => f.Way is Way.InOnly).Select(f => f.Code))}. L’accord pour publier sort avec son jour (sauf --published), pour qu’un import le reprenne.";

    public static Task<int> Run(IServiceProvider services, string[] args) => Run(services, args, Console.OpenStandardOutput, Console.Error);

    public static async Task<int> Run(IServiceProvider services, string[] args, Func<Stream> output, TextWriter complain)
    {
        if (Ask(args, out var path, out var fault) is not { } asked) { complain.WriteLine(fault ?? $"croisee {Usage}\n{More}"); return 2; }
        var storage = services.GetRequiredService<Storage>();
        if (storage.Engine == Engine.Sqlite && !File.Exists(storage.SqliteFile)) { complain.WriteLine($"Il n’y a pas encore de base dans {storage.DataFolder}."); return 2; }
        using var scope = services.CreateScope();
        var export = scope.ServiceProvider.GetRequiredService<ExportExperiences>();
        if (asked.Call is not null && !await export.HasCall(asked.Call)) { complain.WriteLine($"Aucun appel n’a l’adresse « {asked.Call} »."); return 2; }
        if (path == "-") { await using var standard = output(); await export.Run(standard, asked); return 0; }
        var count = 0;
        await Whole(path, async file => count = await export.Run(file, asked));
        await Whole(path + ".codebook.csv", file => { FieldBook.Write(file, export.Book, asked.Separator); return Task.CompletedTask; });
        complain.WriteLine($"{count} expériences dans {path} ; les champs et les codes sont dans {path}.codebook.csv.");
        return 0;
    }

    static ExportAsked? Ask(string[] args, out string path, out string? fault)
    {
        (path, fault) = ("", null);
        if (VerbArguments.Read(args, ["--call", "--state", "--format"], ["--published", "--comma"]) is not { Words: ["experiences", var given] } read) return null;
        path = given;
        var format = read.Value("--format") ?? (Path.GetExtension(given) is ".json" or ".jsonl" ? "json" : "csv");
        if (format is not ("csv" or "json")) return null;
        var states = new HashSet<ExperienceState>(ExportAsked.Sent);
        if (read.Has("--published")) states = [ExperienceState.Published];
        else if (read.Value("--state") is { } named)
        {
            var codes = named.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (codes.FirstOrDefault(c => !ExportAsked.Sent.Any(s => s.Code() == c)) is { } wrong)
            {
                fault = wrong == ExperienceState.Draft.Code() ? "Un brouillon n’est lu que par ses auteurs : il ne s’exporte pas."
                    : wrong == ExperienceState.Withdrawn.Code() ? "Ses auteurs l’ont retirée : une expérience retirée ne s’exporte pas."
                    : $"État inconnu : {wrong}. Les états : {string.Join(", ", ExportAsked.Sent.Select(s => s.Code()))}.";
                return null;
            }
            states = [.. ExportAsked.Sent.Where(s => codes.Contains(s.Code()))];
        }
        return new(read.Value("--call"), states, read.Has("--published"), format == "json", read.Has("--comma") ? "," : ";");
    }

    /// <summary>A file is there whole or not at all.</summary>
    static async Task Whole(string path, Func<Stream, Task> write)
    {
        var begun = path + ".en-cours";
        try
        {
            await using (var file = new FileStream(begun, FileMode.Create, FileAccess.Write, FileShare.None)) await write(file);
            File.Move(begun, path, overwrite: true);
        }
        finally { File.Delete(begun); }
    }
}
