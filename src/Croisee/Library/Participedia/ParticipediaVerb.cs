using Croisee.Data;
using Croisee.Experiences.Exchange;
using Croisee.Rules;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Participedia;

/// <summary><c>croisee participedia import|export FILE</c> or <c>remove NUMBER…</c>: 0 when done, 1 when the file must be put right, 2 when the command is not understood, 3 when the instance is being served.</summary>
static class ParticipediaVerb
{
    public const string Usage = "participedia import|export FICHIER [--licence LICENCE] [--language CODE] | remove NUMÉRO… | remove --all";
    const string All = "--all";
    const string More = "  import : un tableau de cas (.csv). Tout entre, ou rien ; un cas déjà là est remplacé. --licence dit la licence du fichier, s’il ne la dit pas lui-même ; --language dit la langue des textes (« fr », « en ») dont la colonne ne la dit pas : sans cela, l’anglais dans le tableau de leur site, sinon la langue d’origine du cas.\n  export : tous les cas importés, relisibles par l’import.\n  remove : rend ces cas, dits par leur numéro chez Participedia, ou tous avec --all. Rien n’en reste ici.";

    public static Task<int> Run(IServiceProvider services, string[] args) => Run(services, args, Console.Out, Console.Error);

    public static async Task<int> Run(IServiceProvider services, string[] args, TextWriter say, TextWriter complain)
    {
        if (VerbArguments.Read(args, ["--licence", "--language"], [All]) is not { } read || !IsUnderstood(read)) { complain.WriteLine($"croisee {Usage}\n{More}"); return 2; }
        var (act, path) = (read.Words[0], read.Words.ElementAtOrDefault(1) ?? "");
        if (act == "import" && !File.Exists(path)) { complain.WriteLine($"Le fichier « {path} » n’existe pas."); return 2; }
        try
        {
            using var guard = Serving.Lock(services.GetRequiredService<Storage>());
            await Serving.Prepare(services);
            using var scope = services.CreateScope();
            if (act == "remove") return await Remove(scope.ServiceProvider, read.Has(All) ? null : [.. read.Words.Skip(1).Distinct()], say, complain);
            if (act == "import") return await Import(scope.ServiceProvider, path, read.Value("--licence"), say, complain, read.Value("--language"));
            return await Export(scope.ServiceProvider, path, say);
        }
        catch (AlreadyServed e) { complain.WriteLine(e.Message); return 3; }
        catch (RuleBroken e) { complain.WriteLine(e.Message); return 1; }
    }

    static bool IsUnderstood(VerbArguments read) => read.Words switch
    {
        ["import" or "export", _] => !read.Has(All) && !(read.Value("--licence")?.Length > ImportedCase.LicenceMax) && (read.Value("--language") is not { } language || read.Words[0] == "import" && CaseColumn.IsLanguage(language)),
        ["remove", ..] => read.Words.Count > 1 != read.Has(All) && read.Value("--licence") is null && read.Value("--language") is null,
        _ => false,
    };

    internal static async Task<int> Import(IServiceProvider services, string path, string? licence, TextWriter say, TextWriter complain, string? language = null)
    {
        CaseReading reading;
        using (var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read)) reading = CaseFile.Read(file, language);
        var errors = reading.Errors.Concat(reading.Cases.Where(c => (c.Licence ?? licence) is null or { Length: > ImportedCase.LicenceMax }).Take(1).Select(c => new FieldError(CaseColumn.Licence, "Sous quelle licence ? Donnez --licence, ou remplissez cette colonne.", c.Line))).ToList();
        if (errors.Count > 0)
        {
            foreach (var error in errors) complain.WriteLine(error);
            complain.WriteLine("Rien n’a été importé. Corrigez le fichier, puis recommencez.");
            return 1;
        }
        foreach (var column in reading.Columns) say.WriteLine(column.Told);
        var (db, now) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<TimeProvider>().UtcNow());
        var there = await db.ImportedCases.ToDictionaryAsync(c => c.Number);
        foreach (var told in reading.Cases)
        {
            if (there.TryGetValue(told.Number, out var known)) known.Tell(told.Language, told.Licence ?? licence!, told.Content, now);
            else db.ImportedCases.Add(new ImportedCase(told.Number, told.Language, told.Licence ?? licence!, told.Content, now));
        }
        await db.SaveChangesAsync();
        services.GetRequiredService<CaseShelf>().Forget();
        say.WriteLine($"{reading.Cases.Count} cas importés de Participedia, dans leur collection : ils ne sont ni des fiches, ni comptés avec elles.");
        return 0;
    }

    internal static async Task<int> Export(IServiceProvider services, string path, TextWriter say)
    {
        var cases = (await services.GetRequiredService<AppDb>().ImportedCases.AsNoTracking().ToListAsync()).OrderBy(c => c.Number.Length).ThenBy(c => c.Number, StringComparer.Ordinal).ToList();
        var begun = path + ".en-cours";
        using (var file = new FileStream(begun, FileMode.Create, FileAccess.Write, FileShare.None)) CaseFile.Write(file, cases);
        File.Move(begun, path, overwrite: true);
        say.WriteLine($"{cases.Count} cas dans {path}.");
        return 0;
    }
    /// <param name="numbers">Null for all of them.</param>
    internal static async Task<int> Remove(IServiceProvider services, IReadOnlyList<string>? numbers, TextWriter say, TextWriter complain)
    {
        var db = services.GetRequiredService<AppDb>();
        var asked = numbers?.ToList();
        if (asked is not null)
        {
            var there = await db.ImportedCases.Where(c => asked.Contains(c.Number)).Select(c => c.Number).ToListAsync();
            if (asked.Except(there).ToList() is { Count: > 0 } absent)
            {
                complain.WriteLine($"Aucun cas importé n’a ce numéro : {string.Join(", ", absent)}. Rien n’a été retiré.");
                return 1;
            }
        }
        var gone = await db.Write(d => d.ImportedCases.Where(c => asked == null || asked.Contains(c.Number)).ExecuteDelete());
        services.GetRequiredService<CaseShelf>().Forget();
        say.WriteLine(gone == 1 ? "1 cas retiré." : $"{gone} cas retirés.");
        return 0;
    }
}
