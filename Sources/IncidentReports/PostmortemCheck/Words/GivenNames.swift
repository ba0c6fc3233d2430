/// Given names that are neither words of English nor names of software, so that a person is known where no record says
/// who was there.
enum GivenNames {
  /// In lower case, with spaces between.
  static let text = """
    aaron adam adrian agnes ahmed aisha alan albert alejandro alessandro alex alexander alexandra alfred ali alice alicia \
    alison amanda amelia amir amy ana anders andrea andreas andrew andrés angela anita anja anna anne annika anthony \
    antoine anton antonio anya aoife arjun arthur astrid ayesha barbara beatrice becky ben benjamin bernd beth birgit bjorn \
    bob boris brad brandon brian bruno caitlin camille carl carla carlos carmen caroline catherine cecilia charles \
    charlotte chen chloe chris christian christina christine christopher claire claudia colin connor craig cristina \
    daniel daniela danielle darren dave david deborah deepak denise dennis derek diana diego dieter dimitri dmitri dominik \
    donald dorothy douglas duncan dylan eduardo edward eileen elena eleanor eliza elizabeth ellen emily emma eric erica \
    erik erika esther ethan eva evan fatima felipe felix fernando fiona florian francesca francesco franz frederik \
    friedrich gabriel gabriela gareth gary gavin geoff george gerald gerard giovanni giulia gordon greg gregory greta \
    guillaume gunnar gustavo hannah hans harold harriet harry hassan heather heidi heinrich helen helena helmut henrik \
    henry hiroshi holger hugo hussein ian ibrahim igor ines ingrid irina isaac isabel isabella ivan jack jacob jacques \
    jamal james jamie jane janet jason javier jean jeff jeffrey jennifer jens jeremy jerry jessica jesús jill jim \
    joanna joanne joao joe joel johan johanna john jonas jonathan jorge jose josé joseph joshua juan judith julia julian \
    julie jürgen kai karen karim karin karl karsten katarina kate katherine kathleen katja keith kelly ken kenji kenneth \
    kerstin kevin kiran klaus kristin kumar kurt lars laura lauren laurent leila lena leon leonardo leonie lisa liu louise \
    lucas lucia luigi luis luke lukas magnus malik manfred manuel marc marcel marcela marco marcos marcus margaret maria \
    marie mario marion marius markus marta martha martin martina mary mateo mathieu mathilde matt matteo matthew \
    matthias maurice mehmet mei melanie melissa michael michaela michel michelle miguel mike mikhail mohamed mohammed \
    monica monika muhammad nadia naomi natalie natasha nathan neil nicholas nick nicola nicolas nicole nigel nikhil nikolai \
    nina nora norbert olaf oleg olga oliver olivia omar oscar pablo paolo patricia patrick paul paula pavel pedro peter \
    petra philip philipp philippe pierre piotr priya rachel rafael rahul rainer raj rajesh ralf ramesh raphael rashid raul \
    ravi rebecca reinhard renate ricardo richard rita robert roberto rodrigo roger roland ronald rosa rudolf \
    russell ryan sabine sam samantha samuel sandeep sandra sanjay sara sarah sascha sean sebastian sergei sergey sergio \
    shane sharon sheila silvia simon sofia sonja sophia sophie stefan stefanie stephan stephanie stephen steve steven \
    stuart sunil susan susanne svetlana sven sylvia takashi tamara tanja tanya tatiana ted teresa theresa thomas thorsten \
    tiago tim timothy tobias todd tom tomas tony torsten tracy trevor udo ulrich ursula uwe valentina valerie vanessa vera \
    vicky victor viktor vikram vincent vladimir volker walter wei wendy wilhelm william wolfgang xavier yasmin yuki yusuf \
    yvonne zoe
    """
}
