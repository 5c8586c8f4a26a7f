using Croisee.Data;
using Croisee.Rules;

namespace Croisee.Experiences.Exchange;

/// <summary><c>croisee import experiences FILE</c>: 0 when all came in, 1 when the file must be put right, 2 when the command is not understood, 3 when the instance is being served.</summary>
static class ImportVerb
{
    public const string Usage = "import experiences FICHIER [--call APPEL] [--new-calls] [--publish-as-imported] [--send-codes] | import experiences --resume";
    const string More = "  FICHIER : .csv (UTF-8 ou Windows-1252, séparateur reconnu), .json ou .jsonl. Tout entre, ou rien.\n  --new-calls : les appels que le fichier nomme et que l’instance n’a pas sont créés, à compléter, avec leurs questions.\n  --publish-as-imported : puis les fiches que le fichier dit publiées, avec accord, le sont une à une. Si cela s’arrête, --resume reprend où c’était, sans rien doubler.\n  --send-codes : chaque adresse de contact du fichier reçoit par courriel le code de son expérience. Sans lui, la personne chargée des contacts peut l’envoyer ensuite, fiche par fiche.";

    public static Task<int> Run(IServiceProvider services, string[] args) => Run(services, args, Console.Out, Console.Error);

    public static async Task<int> Run(IServiceProvider services, string[] args, TextWriter say, TextWriter complain)
    {
        if (VerbArguments.Read(args, ["--call"], ["--new-calls", "--publish-as-imported", "--send-codes", "--resume"]) is not { Words: ["experiences", ..] } read || read.Words.Count != (read.Has("--resume") ? 1 : 2)) { complain.WriteLine($"croisee {Usage}\n{More}"); return 2; }
        var path = read.Has("--resume") ? null : read.Words[1];
        if (path is not null && !File.Exists(path)) { complain.WriteLine($"Le fichier « {path} » n’existe pas."); return 2; }
        try
        {
            using var guard = Serving.Lock(services.GetRequiredService<Storage>());
            await Serving.Prepare(services);
            if (path is null) return await Resume(services, say);
            return await Import(services, path, new(read.Value("--call"), read.Has("--publish-as-imported"), read.Has("--new-calls"), read.Has("--send-codes")), say, complain);
        }
        catch (AlreadyServed e) { complain.WriteLine(e.Message); return 3; }
        catch (RuleBroken e) { complain.WriteLine(e.Message); return 1; }
    }

    static async Task<int> Resume(IServiceProvider services, TextWriter say)
    {
        using var scope = services.CreateScope();
        var done = await scope.ServiceProvider.GetRequiredService<PublishRest>().Run(say);
        say.WriteLine(done == 0 ? "Rien n’attendait sa publication." : $"{done} expériences publiées.");
        return 0;
    }

    static async Task<int> Import(IServiceProvider services, string path, ImportAsked asked, TextWriter say, TextWriter complain)
    {
        using var scope = services.CreateScope();
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        var outcome = await scope.ServiceProvider.GetRequiredService<ImportExperiences>().Run(file, path, asked, say);
        if (outcome.Errors.Count > 0)
        {
            foreach (var error in outcome.Errors) complain.WriteLine(error);
            complain.WriteLine("Rien n’a été importé. Corrigez le fichier, puis recommencez.");
            return 1;
        }
        if (outcome.ToPublish.Count > 0)
        {
            say.WriteLine($"{outcome.Experiences} expériences importées. Publication de {outcome.ToPublish.Count} d’entre elles… Si elle s’arrête : croisee import experiences --resume.");
            await scope.ServiceProvider.GetRequiredService<PublishRest>().Run(say);
        }
        say.WriteLine($"{outcome.Experiences} expériences importées" + (outcome.ToPublish.Count > 0 ? $", dont {outcome.ToPublish.Count} publiées." : "."));
        return 0;
    }
}
