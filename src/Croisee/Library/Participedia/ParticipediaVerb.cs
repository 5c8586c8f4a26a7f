using Croisee.Data;
using Croisee.Experiences.Exchange;
using Croisee.Rules;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Participedia;

/// <summary><c>croisee participedia import|export FILE</c>: 0 when done, 1 when the file must be put right, 2 when the command is not understood, 3 when the instance is being served.</summary>
static class ParticipediaVerb
{
    public const string Usage = "participedia import|export FICHIER [--licence LICENCE]";
    const string More = "  import : un tableau de cas (.csv). Tout entre, ou rien ; un cas déjà là est remplacé. --licence dit la licence du fichier, s’il ne la dit pas lui-même.\n  export : tous les cas importés, relisibles par l’import.";

    public static Task<int> Run(IServiceProvider services, string[] args) => Run(services, args, Console.Out, Console.Error);

    public static async Task<int> Run(IServiceProvider services, string[] args, TextWriter say, TextWriter complain)
    {
        if (VerbArguments.Read(args, ["--licence"], []) is not { Words: [("import" or "export") and var act, var path] } read || read.Value("--licence")?.Length > ImportedCase.LicenceMax) { complain.WriteLine($"croisee {Usage}\n{More}"); return 2; }
        if (act == "import" && !File.Exists(path)) { complain.WriteLine($"Le fichier « {path} » n’existe pas."); return 2; }
        try
        {
            using var guard = Serving.Lock(services.GetRequiredService<Storage>());
            await Serving.Prepare(services);
            using var scope = services.CreateScope();
            if (act == "import") return await Import(scope.ServiceProvider, path, read.Value("--licence"), say, complain);
            return await Export(scope.ServiceProvider, path, say);
        }
        catch (AlreadyServed e) { complain.WriteLine(e.Message); return 3; }
        catch (RuleBroken e) { complain.WriteLine(e.Message); return 1; }
    }

    internal static async Task<int> Import(IServiceProvider services, string path, string? licence, TextWriter say, TextWriter complain)
    {
        CaseReading reading;
        using (var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read)) reading = CaseFile.Read(file);
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
}
