using System.Text.RegularExpressions;
using Xunit;

namespace Croisee.Tests.House;

/// <summary>What the product cannot do, since it names nothing that would: run a program, run a text, call an address that somebody wrote, read memory by hand. Read from the compiled assembly.</summary>
[Trait("kind", "pure")]
public sealed partial class ReferencesTest
{
    static References All => References.Product;

    static IEnumerable<string> TypesOf(params string[] beginnings) => All.Types.Where(t => beginnings.Any(b => t.StartsWith(b, StringComparison.Ordinal)));

    /// <summary>A reader that finds nothing would pass every test below.</summary>
    [Fact]
    public void Are_read()
    {
        Assert.Contains("System.Security.Cryptography.AesGcm", All.Types);
        Assert.Contains("static System.String.Format/3", All.Members);
        Assert.True(All.Types.Count > 500, $"{All.Types.Count} types.");
    }

    [Fact]
    public void Hold_no_way_to_run_a_program() =>
        Repo.None(TypesOf("System.Diagnostics.Process"), "The product runs no other program (ASVS 1.2.5):");

    /// <summary>No text becomes code while the product runs. Expressions written in our sources are compiled for the exchange of experiences, from names of fields.</summary>
    [Fact]
    public void Hold_no_way_to_run_a_text() =>
        Repo.None(TypesOf("System.Reflection.Emit.", "Microsoft.CodeAnalysis.CSharp", "Microsoft.CodeAnalysis.Scripting", "Microsoft.CSharp.", "System.Runtime.Loader.", "Microsoft.AspNetCore.Mvc.Razor.RuntimeCompilation", "System.Linq.Dynamic", "System.Data.DataTable", "System.Xml.Xsl.", "System.Xml.XPath.")
            .Concat(All.Members.Where(m => m.StartsWith("static System.Reflection.Assembly.Load", StringComparison.Ordinal) || m.StartsWith("static System.Type.GetType/", StringComparison.Ordinal))),
            "Nothing that somebody wrote is compiled, loaded or read as a template (ASVS 1.3.2, 1.3.7):");

    /// <summary>Every expression is written in a source and compiled by the build: none is made of what somebody wrote.</summary>
    [Fact]
    public void Hold_no_regular_expression_made_of_a_text()
    {
        Repo.None(All.Members.Where(m => MadeRegex().IsMatch(m)), "Write [GeneratedRegex] (ASVS 1.2.9):");
        // The generator itself makes those that never go back (RegexOptions.NonBacktracking) by this constructor, of the text that stands in the attribute.
        Repo.None(Repo.Product.Where(f => OwnRegex().IsMatch(f.Code)).Select(f => f.Path), "Write [GeneratedRegex] (ASVS 1.2.9):");
    }

    /// <summary>A sentence with holes is ours: it comes from the localizer or from a constant.</summary>
    [Fact]
    public void Hold_no_format_that_comes_from_outside()
    {
        var known = new[] { "src/Croisee/Words/Localizer.cs", "src/Croisee/Library/Paper/SheetPaper.cs", "src/Croisee/Ui/LadderTagHelper.cs" };
        Repo.None(Repo.Product.Where(f => Formats().IsMatch(f.Code)).Select(f => f.Path).Except(known), "Write an interpolated string: its format cannot be somebody's text (ASVS 1.3.10):");
        Repo.None(TypesOf("System.Text.CompositeFormat"), "As above:");
    }

    /// <summary>The product speaks to its base, its mail server and its antivirus, each named by a setting, and to nothing else.</summary>
    [Fact]
    public void Hold_no_way_to_call_an_address()
    {
        Repo.None(TypesOf("System.Net.Http.", "System.Net.WebClient", "System.Net.WebRequest", "System.Net.HttpWebRequest", "System.Net.Sockets.TcpClient", "System.Net.Sockets.UdpClient", "System.Net.WebSockets.", "System.Net.Dns", "System.Net.NetworkInformation.Ping", "Grpc."),
            "No page fetches an address that somebody gave (ASVS 1.3.6, 13.2.4, 13.2.5):");
        var known = new[] { "src/Croisee/Files/ClamScanner.cs", "src/Croisee/Mail/Transports.cs" };
        Repo.None(Repo.Product.Where(f => Callers().IsMatch(f.Code)).Select(f => f.Path).Except(known), "These alone open a connection, to what the settings say (ASVS 13.2.5):");
    }

    /// <summary>Whoever answers at the mail server or the base proves it: nothing here says that any certificate will do.</summary>
    [Fact]
    public void Hold_no_way_to_believe_any_certificate() =>
        Repo.None(TypesOf("System.Net.ServicePointManager", "System.Net.Security.", "System.Security.Cryptography.X509Certificates."), "The framework checks certificates; do not take that over (ASVS 12.3.2):");

    /// <summary>Memory is the runtime's to give and to take back. The four calls to the system flush a folder to its disk, and give back what a start left.</summary>
    [Fact]
    public void Hold_no_memory_by_hand()
    {
        // Reads the names of mappings in the assembly's own description, where looking at each type costs a start.
        Repo.None(Repo.Product.Where(f => ByHand().IsMatch(f.Code)).Select(f => f.Path).Except(["src/Croisee/Data/Mappings.cs"]), "Spans and managed memory only (ASVS 1.4.1, 1.4.3):");
        var calls = Repo.Product.SelectMany(f => NativeCall().Matches(f.Code).Select(m => $"{f.Path} {m.Groups["name"].Value}"));
        Assert.Equal(["close", "fsync", "malloc_trim", "open"], calls.Select(c => c.Split(' ')[1]).Order(StringComparer.Ordinal));
    }

    /// <summary>What is opened (a file, a connection, a cipher) is closed by its scope, not left to the collector.</summary>
    [Fact]
    public void Hold_no_finaliser() =>
        Repo.None(Repo.Product.Where(f => Finaliser().IsMatch(f.Code)).Select(f => f.Path), "What must be given back is disposed of, not left to the collector (ASVS 1.4.3):");

    /// <summary>XML is read by a reader that knows no document type, so no entity either; what comes with the product (its pictures, its keys) is no stranger's.</summary>
    [Fact]
    public void Hold_no_XML_reader_that_resolves()
    {
        var ours = new[] { "src/Croisee/People/ProtectionKeyStore.cs", "src/Croisee/Ui/Paper/PaperDrawing.cs" };
        Repo.None(Repo.Product.Where(f => !f.IsView && Readers().Matches(f.Code) is { Count: > 0 } readers && readers.Count > Prohibits().Count(f.Code)).Select(f => f.Path), "DtdProcessing = DtdProcessing.Prohibit beside each XmlReader.Create (ASVS 1.5.1):");
        Repo.None(Repo.Product.Where(f => Loaders().IsMatch(f.Code) && !Readers().IsMatch(f.Code)).Select(f => f.Path).Except(ours), "XDocument reads from an XmlReader that knows no document type (ASVS 1.5.1):");
        Repo.None(TypesOf("System.Xml.XmlDocument", "System.Xml.XmlTextReader", "System.Xml.XmlUrlResolver"), "As above:");
    }

    /// <summary>JSON is read into types that were written for it; nothing lets a text choose a type.</summary>
    [Fact]
    public void Hold_no_reader_that_makes_what_a_text_names() =>
        Repo.None(TypesOf("System.Runtime.Serialization.", "System.Xml.Serialization.", "Newtonsoft.", "MessagePack.", "System.Text.Json.Serialization.JsonDerivedType", "System.Text.Json.Serialization.JsonPolymorphic", "System.Resources.Extensions"),
            "Read into a type of your own (ASVS 1.5.2):");

    /// <summary>Chance that protects something comes from the system; what is drawn with a seed is an order of answers and invented figures.</summary>
    [Fact]
    public void Hold_no_chance_but_the_system_s()
    {
        var known = new[] { "src/Croisee/Surveys/Answering/AskedField.cs", "src/Croisee/Site/Demo/SeedSurveys.cs" };
        Repo.None(Repo.Product.Where(f => f.Code.Contains("new Random(", StringComparison.Ordinal) || f.Code.Contains("Random.Shared", StringComparison.Ordinal)).Select(f => f.Path).Except(known), "RandomNumberGenerator for whatever must not be guessed (ASVS 6.5.3, 11.5.1):");
    }

    [GeneratedRegex(@"^(System\.Text\.RegularExpressions\.Regex\.\.ctor/[13-9]|static System\.Text\.RegularExpressions\.Regex\.(?!Escape)\w+/[2-9])")] private static partial Regex MadeRegex();
    [GeneratedRegex(@"new Regex\(|\bRegex \w+ (=|\{ get; \} =) new\(")] private static partial Regex OwnRegex();
    [GeneratedRegex(@"\b[Ss]tring\.Format\(|\.AppendFormat\(")] private static partial Regex Formats();
    [GeneratedRegex(@"new (Socket|SmtpClient|TcpListener|NetworkStream)\b|\.ConnectAsync\(")] private static partial Regex Callers();
    [GeneratedRegex(@"\bunsafe\b|\bfixed \(|\bMarshal\.|\bNativeMemory\b|(?<!\w)Unsafe\.|\bGCHandle\b|\bDllImport\b|\bIntPtr\b|\bnint\*|\bvoid\*")] private static partial Regex ByHand();
    [GeneratedRegex("""LibraryImport\("\w+", EntryPoint = "(?<name>\w+)""")] private static partial Regex NativeCall();
    [GeneratedRegex(@"^\s*~\w+\(\)", RegexOptions.Multiline)] private static partial Regex Finaliser();
    [GeneratedRegex(@"XmlReader\.Create\(")] private static partial Regex Readers();
    [GeneratedRegex(@"DtdProcessing = DtdProcessing\.Prohibit")] private static partial Regex Prohibits();
    [GeneratedRegex(@"\bX(Document|Element)\.(Load|Parse)\(")] private static partial Regex Loaders();
}
